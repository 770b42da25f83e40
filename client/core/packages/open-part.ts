import { fromBase64Url } from '#crypto/bytes/bytes.js'
import type { ManifestPart } from '#crypto/package/manifest.js'
import { partAssociatedData } from '#crypto/package/part-associated-data.js'
import { openStream } from '#crypto/stream/open-stream.js'
import { ClientError } from '../client-error.js'
import { contentSample } from '../content/content-sample.js'
import { type ContradictedClaim, contradictedClaim } from '../content/contradicted-claim.js'
import { measure, type Measure } from './measure.js'
import { passThrough } from './pass-through.js'
import type { Digester, DocumentSink } from '../ports.js'

type Expected = {
  readonly package: string
  readonly manifest: Pick<ManifestPart, 'part' | 'name' | 'mediaType' | 'length' | 'digest' | 'key'>
  readonly sealed: Measure
}

/**
 * Opens one part into `sink`. The file gets its name only after every segment, the ciphertext's
 * digest (the header's word) and the plaintext's digest (the manifest's word) have been verified.
 *
 * @returns what the sender said of it that its octets contradict: it is what was sent all the same.
 * @throws {@link ClientError} `part-digest`, `part-length`; CryptoError `stream/…`; whatever reading
 *   or writing throws. Then the sink is discarded.
 */
export async function openPart(
  ciphertext: AsyncIterable<Uint8Array>,
  expected: Expected,
  sink: DocumentSink,
  digester: (length: number) => Digester,
  onProgress?: (octets: number) => void,
): Promise<ContradictedClaim | undefined> {
  const { manifest } = expected
  const sealed = measure(digester(manifest.length))
  const opened = measure(digester(manifest.length))
  const content = contentSample()
  try {
    const key = fromBase64Url(manifest.key)
    const open = openStream(key, partAssociatedData(expected.package, manifest.part))
    await passThrough(ciphertext, open, {
      before: async (chunk) => {
        // Whoever made it longer than stated would fill the disk before its end is seen.
        if ((await sealed.take(chunk)) > expected.sealed.length) throw otherLength('as uploaded')
      },
      // Digested first: a sink takes octets over.
      after: async (chunk) => {
        const octets = await opened.take(chunk)
        content.take(chunk)
        await sink.write(chunk)
        onProgress?.(octets)
      },
    })
    const [uploaded, sent] = await Promise.all([sealed.result(), opened.result()])
    compare('as uploaded', uploaded, expected.sealed)
    compare('as sent', sent, manifest)
    const contradicted = contradictedClaim(content.sample(), manifest)
    await sink.commit(contradicted)
    return contradicted
  } catch (error) {
    await sink.discard()
    throw error
  } finally {
    sealed.close()
    opened.close()
  }
}

const REMEDY = 'Do not use this document. Ask the sender to send the package again.'

const otherLength = (what: string) =>
  new ClientError('part-length', `a part has another length than stated ${what}`, REMEDY)

function compare(what: string, found: Measure, stated: Measure): void {
  if (found.length !== stated.length) throw otherLength(what)
  if (found.digest !== stated.digest) {
    throw new ClientError('part-digest', `a part has another digest than stated ${what}`, REMEDY)
  }
}
