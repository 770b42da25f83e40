import { partAssociatedData } from '#crypto/package/part-associated-data.js'
import { newPartKey } from '#crypto/stream/segment-cipher.js'
import { sealStream } from '#crypto/stream/seal-stream.js'
import { fittingDocument } from '../content/fitting-document.js'
import { measure, type Measure } from './measure.js'
import { passThrough } from './pass-through.js'
import type { Digester, DocumentSink, DocumentSource } from '../ports.js'

export type SealedPart = {
  readonly key: Uint8Array
  readonly plaintext: Measure
  readonly ciphertext: Measure
}

/**
 * Seals one document into `sink` with a fresh key: one pass, constant memory, both digests taken on
 * the way. What the document's length says is not trusted; what was read is what the manifest states.
 *
 * @throws ClientError `document-type-contradicted`; whatever reading or writing throws. Then the sink is discarded.
 */
export async function sealPart(
  document: DocumentSource,
  place: { readonly package: string; readonly part: string; readonly sink: DocumentSink },
  digester: (length: number) => Digester,
  onProgress?: (octets: number) => void,
): Promise<SealedPart> {
  const { sink } = place
  const key = newPartKey()
  const plaintext = measure(digester(document.length))
  const ciphertext = measure(digester(document.length))
  try {
    const seal = sealStream(key, partAssociatedData(place.package, place.part))
    await passThrough(fittingDocument(document), seal, {
      before: async (chunk) => {
        const octets = await plaintext.take(chunk)
        onProgress?.(octets)
      },
      // Digested first: a sink takes octets over.
      after: async (chunk) => {
        await ciphertext.take(chunk)
        await sink.write(chunk)
      },
    })
    const [opened, sealed] = await Promise.all([plaintext.result(), ciphertext.result()])
    await sink.commit()
    return { key, plaintext: opened, ciphertext: sealed }
  } catch (error) {
    await sink.discard()
    throw error
  } finally {
    plaintext.close()
    ciphertext.close()
  }
}
