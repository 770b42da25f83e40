import { fromUtf8 } from '#crypto/bytes/bytes.js'
import type { HandoffContent } from '#crypto/translation/handoff-content.js'
import type { PartId } from '#crypto/fields/fields.js'
import { ClientError } from '../client-error.js'
import type { DocumentSink } from '../ports.js'
import type { Session } from '../session/session.js'
import { openSources } from './open-handoff.js'
import type { OpenHandoff } from './read-handoff.js'
import type { XliffSource } from './xliff/write-xliff.js'

/** Octets of a text that is held in memory at most. */
const MAX_TEXT_BYTES = 8 * 1024 * 1024

/**
 * A plain text that was handed off, as XLIFF needs it: decrypted, verified, and in memory.
 *
 * @throws ClientError `part-unknown` for what is no plain text of at most 8 MiB; as `openPart`
 */
export async function itemText(
  session: Session,
  open: OpenHandoff,
  content: HandoffContent,
  item: PartId,
): Promise<XliffSource> {
  const found = content.items.find(({ part }) => part === item)
  if (found?.mediaType !== 'text/plain' || found.length > MAX_TEXT_BYTES) {
    throw new ClientError(
      'part-unknown',
      `item ${item} is no plain text of at most 8 MiB`,
      'Only plain text goes out as XLIFF; translate other documents as they are.',
    )
  }
  const chunks: Uint8Array[] = []
  const sink: DocumentSink = {
    write: (chunk) => Promise.resolve(void chunks.push(chunk)),
    commit: () => Promise.resolve(),
    discard: () => Promise.resolve(void chunks.splice(0)),
  }
  await openSources(session, open, { ...content, items: [found] }, () => Promise.resolve(sink))
  const octets = new Uint8Array(found.length)
  let at = 0
  for (const chunk of chunks) {
    octets.set(chunk, at)
    at += chunk.length
  }
  return { item, name: found.name, text: fromUtf8(octets), pair: content.pair }
}
