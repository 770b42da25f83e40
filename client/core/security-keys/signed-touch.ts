import type { SecurityKeyAssertion } from '#crypto/access/security-key-assertion.js'
import { toBase64Url } from '#crypto/bytes/bytes.js'
import type { Asserted } from './security-keys.js'

/** What a relay is sent of a touch, whose challenge names `nonce`. */
export const signedTouch = (
  { credential, authenticatorData, clientDataJSON, signature }: Asserted,
  nonce: string,
): SecurityKeyAssertion => ({
  nonce,
  credential: toBase64Url(credential),
  authenticatorData: toBase64Url(authenticatorData),
  clientDataJSON: toBase64Url(clientDataJSON),
  signature: toBase64Url(signature),
})
