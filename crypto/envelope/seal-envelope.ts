import { GeneralEncrypt } from 'jose/jwe/general/encrypt'
import { canonicalize } from '../canonical/canonicalize.js'
import { CryptoError } from '../errors.js'
import { AGREEMENT, CONTENT_ENCRYPTION } from '../keys/algorithms.js'
import type { SealingKey } from '../keys/key.js'
import { ENVELOPE_TYPE, MAX_ENVELOPE_BYTES, MAX_RECIPIENTS } from './read-envelope.js'

/**
 * Encrypts to 1 to 64 recipients of any suites at once, as canonical JSON. The string's octets are
 * what is kept, sent and digested.
 *
 * @throws {@link CryptoError} `envelope/recipient` without recipients, with too many, or with one
 *   twice; `envelope/malformed` if the result is beyond 4 MiB.
 *
 * @example
 * ```ts
 * const envelope = await sealEnvelope(toUtf8(manifest), [theirKey, ourKey])
 * ```
 */
export async function sealEnvelope(
  plaintext: Uint8Array,
  recipients: readonly SealingKey[],
): Promise<string> {
  const distinct = new Set(recipients.map(({ kid }) => kid)).size
  if (distinct === 0 || distinct > MAX_RECIPIENTS || distinct < recipients.length) {
    throw new CryptoError('envelope/recipient', 'an envelope has 1 to 64 recipients, each once')
  }
  const jwe = new GeneralEncrypt(plaintext).setProtectedHeader({
    enc: CONTENT_ENCRYPTION,
    typ: ENVELOPE_TYPE,
  })
  for (const { kid, key } of recipients) {
    jwe.addRecipient(key).setUnprotectedHeader({ alg: AGREEMENT, kid })
  }
  // For a single recipient jose moves `epk` into the protected header. With a second one, whose key
  // nobody has and whose entry is dropped, every envelope has one shape.
  const nobody = crypto.getRandomValues(new Uint8Array(32))
  jwe.addRecipient(nobody).setUnprotectedHeader({ alg: 'A256KW' })
  const sealed = await jwe.encrypt()
  const envelope = canonicalize({ ...sealed, recipients: sealed.recipients.slice(0, -1) })
  if (envelope.length > MAX_ENVELOPE_BYTES) {
    throw new CryptoError('envelope/malformed', 'the envelope is larger than 4 MiB')
  }
  return envelope
}
