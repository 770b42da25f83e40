import type { PartId } from '#crypto/fields/fields.js'
import type { ManifestPart } from '#crypto/package/manifest.js'
import { openPart } from '../open-part.js'
import type { ReadPackage } from '../open-package.js'
import type { DocumentSource } from '../ports.js'
import type { Session } from '../session.js'
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
    chosen.map((part) => documentOf(session, read, part)),
    { form: manifest.form, marks: manifest.marks },
  )
}

function documentOf(
  { relay, platform }: Session,
  { record, manifest: { package: pkg } }: ReadPackage,
  part: ManifestPart,
): DocumentSource {
  const { name, mediaType, length } = part
  const sealed = record.header.payload.parts.find((one) => one.part === part.part)
  if (sealed === undefined) throw new TypeError('openPackage has matched the parts')
  return {
    ...{ name, mediaType, length },
    async *read() {
      const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
      const writer = writable.getWriter()
      const sink = {
        write: (chunk: Uint8Array) => writer.write(chunk),
        // Never waits for the reader: that there is no more is told when it has read the rest.
        commit: () => Promise.resolve(void writer.close().catch(() => undefined)),
        discard: () => writer.abort().catch(() => undefined),
      }
      const ciphertext = relay.download('downloadPart', {
        params: { package: pkg, part: part.part },
      })
      const expected = { package: pkg, manifest: part, sealed }
      const opening = openPart(ciphertext, expected, sink, (size) => platform.digester(size))
      // Awaited below, where whoever reads is told of it.
      opening.catch(() => undefined)
      const reader = readable.getReader()
      try {
        for (;;) {
          const next = await reader.read().catch(() => ({ done: true as const, value: undefined }))
          if (next.done) break
          yield next.value
        }
        await opening
      } finally {
        await reader.cancel().catch(() => undefined)
      }
    },
  }
}
