import { contentSample } from '../../core/content/content-sample.js'
import { type ContradictedClaim, contradictedClaim } from '../../core/content/contradicted-claim.js'
import { mediaTypeOf } from './file-document.js'

/** The beginning and the end of it are enough. */
const LOOKED_AT = 128 * 1024

/**
 * What of a chosen file its octets contradict, without reading all of it. One that cannot be read is not judged:
 * sealing it fails.
 */
export async function fileClaim(file: File): Promise<ContradictedClaim | undefined> {
  const content = contentSample()
  try {
    const head = file.slice(0, LOOKED_AT)
    const tail = file.slice(Math.max(LOOKED_AT, file.size - LOOKED_AT))
    for (const part of [head, tail]) content.take(new Uint8Array(await part.arrayBuffer()))
  } catch {
    return undefined
  }
  return contradictedClaim(content.sample(), { name: file.name, mediaType: mediaTypeOf(file) })
}
