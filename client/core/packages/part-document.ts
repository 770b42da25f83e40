import type { ManifestPart } from '#crypto/package/manifest.js'
import { openPart } from './open-part.js'
import type { ReadPackage } from './open-package.js'
import { servedPart } from './served-part.js'
import type { DocumentSource } from '../ports.js'
import type { Session } from '../session/session.js'

/**
 * A document of a package as a source: fetched, decrypted and verified each time that it is read, so that nothing
 * of it is held or written here. Whoever reads it has to reach its end, where a digest that does not fit is told.
 *
 * @throws while it is read: ClientError `part-digest`, `part-length`; CryptoError `stream/…`; as `download`
 */
export function partDocument(
  session: Session,
  read: ReadPackage,
  part: ManifestPart,
): DocumentSource {
  const { name, mediaType, length } = part
  const { platform } = session
  return {
    name,
    mediaType,
    length,
    isAsReceived: true,
    async *read() {
      const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
      const writer = writable.getWriter()
      const sink = {
        write: (chunk: Uint8Array) => writer.write(chunk),
        // Never waits for the reader: that there is no more is told when it has read the rest.
        commit: () => Promise.resolve(void writer.close().catch(() => undefined)),
        discard: () => writer.abort().catch(() => undefined),
      }
      const { octets, expected } = servedPart(session, read, part)
      const opening = openPart(octets, expected, sink, (size) => platform.digester(size))
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
