import type { PartId } from '#crypto/fields/fields.js'
import type { ReadPackage } from '../packages/open-package.js'
import { partDocument } from '../packages/part-document.js'
import type { Session } from '../session/session.js'
import { type HandoffSource, uploadedSource } from './handoff-source.js'

/**
 * The same documents of a package under fresh keys, as a source of its own: after a breach nothing that
 * follows opens with what the recalled translator was given. Streamed: nothing of it is held or written here.
 *
 * @throws ClientError `part-digest`, `part-length` if the relay's octets are not those of the package; as
 *   {@link uploadedSource}
 */
export function rekeyedSource(
  session: Session,
  read: ReadPackage,
  parts: readonly PartId[],
): Promise<HandoffSource> {
  const { manifest } = read
  const chosen = manifest.parts.filter(({ part }) => parts.includes(part))
  return uploadedSource(
    session,
    chosen.map((part) => partDocument(session, read, part)),
    { form: manifest.form, marks: manifest.marks },
  )
}
