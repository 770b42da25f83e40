import { z } from 'zod'
import { CredentialId } from '../fields/credential-id.js'
import { Octets32, text } from '../fields/fields.js'
import { RpId } from '../fields/rp-id.js'
import { KeystoreFile } from './keystore-file.js'

/** One of the security keys that open a bound keystore, each by itself. */
export const BoundKey = z.strictObject({
  credential: CredentialId,
  /** By what its holder knows it; protected by nothing. */
  name: text(64),
  /** The content key, sealed under what passphrase and security key make together. */
  jwe: z.string().max(512),
})
export type BoundKey = z.infer<typeof BoundKey>

/** So many at most, so that nobody is asked for a key of a list that they cannot oversee. */
export const MOST_KEYS = 8

/**
 * A keystore that a browser keeps and that opens to a passphrase and a security key together
 * (docs/protocol.md, 4.7.1). It leaves the browser as no file: what is kept elsewhere is a
 * {@link KeystoreFile}.
 */
export const BoundKeystoreFile = z.strictObject({
  format: z.literal('rogatory-bound-keystore'),
  version: z.literal(1),
  kdf: KeystoreFile.shape.kdf,
  /** The site that the credentials are bound to (WebAuthn, relying party identifier). */
  rpId: RpId,
  /** What each security key is asked: the input of its pseudo-random function. */
  prfSalt: Octets32,
  securityKeys: z
    .array(BoundKey)
    .min(1)
    .max(MOST_KEYS)
    .refine(areDifferent, 'each security key once'),
  jwe: z.string().max(64 * 1024),
})
export type BoundKeystoreFile = z.infer<typeof BoundKeystoreFile>

function areDifferent(keys: readonly BoundKey[]): boolean {
  return new Set(keys.map(({ credential }) => credential)).size === keys.length
}
