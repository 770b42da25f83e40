import { fromUtf8 } from '../bytes/bytes.js'
import { openEnvelope } from '../envelope/open-envelope.js'
import { recipientsOf } from '../envelope/recipients-of.js'
import { CryptoError } from '../errors.js'
import type { OpeningKey } from '../keys/key.js'

/**
 * The text in an envelope that is sealed to one of these keys among others.
 *
 * @throws {@link CryptoError} `package/recipient` if it is sealed to none of them; `package/manifest` if it holds no
 *   text; `envelope/…`.
 */
export async function openOwnEnvelope(
  envelope: string,
  keys: readonly OpeningKey[],
): Promise<string> {
  const kids = recipientsOf(envelope)
  const key = keys.find(({ kid }) => kids.includes(kid))
  if (!key) throw new CryptoError('package/recipient', 'the envelope is sealed to none of our keys')
  const octets = await openEnvelope(envelope, key)
  try {
    return fromUtf8(octets)
  } catch {
    throw new CryptoError('package/manifest', 'the envelope holds no text')
  }
}
