import { z } from 'zod'
import { fromBase64Url } from '../bytes/bytes.js'

/** Octets that an authenticator chose (WebAuthn §4, credential id), in base64url. */
export const CredentialId = z
  .string()
  .max(1364)
  .refine(isCredentialId, '16 to 1023 octets in base64url')

function isCredentialId(spelt: string): boolean {
  try {
    const { length } = fromBase64Url(spelt)
    return length >= 16 && length <= 1023
  } catch {
    return false
  }
}
