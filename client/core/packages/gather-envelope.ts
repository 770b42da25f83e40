import { fromUtf8 } from '#crypto/bytes/bytes.js'
import { MAX_ENVELOPE_BYTES } from '#crypto/envelope/read-envelope.js'
import { CryptoError } from '#crypto/errors.js'
import { gatherOctets } from './gather-octets.js'

/**
 * An envelope, in memory.
 *
 * @throws {@link CryptoError} `package/envelope` if it is no text; ClientError `relay-answer` if it is too large.
 */
export async function gatherEnvelope(source: AsyncIterable<Uint8Array>): Promise<string> {
  const octets = await gatherOctets(source, MAX_ENVELOPE_BYTES)
  try {
    return fromUtf8(octets)
  } catch (cause) {
    throw new CryptoError('package/envelope', 'the envelope is no text', { cause })
  }
}
