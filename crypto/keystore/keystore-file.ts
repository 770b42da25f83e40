import { z } from 'zod'
import { AuthorityId, Octets32 } from '../fields/fields.js'

/** What a keystore protects. `credential` is null until the authority has issued one for these keys. */
export const KeystoreContent = z.strictObject({
  authority: AuthorityId,
  signingKey: z.record(z.string(), z.string()),
  sealingKey: z.record(z.string(), z.string()),
  credential: z.string().nullable(),
})
export type KeystoreContent = z.infer<typeof KeystoreContent>

/**
 * The keystore file: a JWE (`dir`, `A256GCM`) under a key that Argon2id (RFC 9106) makes of a
 * passphrase. The derivation is bounded on both sides: a file must neither choose a weak one, nor one
 * that eats the machine: at most 256 MiB and eight passes, some seconds on an officer's computer.
 */
export const KeystoreFile = z.strictObject({
  format: z.literal('rogatory-keystore'),
  version: z.literal(1),
  kdf: z.strictObject({
    name: z.literal('argon2id'),
    salt: Octets32,
    memoryKiB: z.number().int().min(19_456).max(262_144),
    passes: z.number().int().min(2).max(8),
    lanes: z.number().int().min(1).max(4),
  }),
  jwe: z.string().max(64 * 1024),
})
export type KeystoreFile = z.infer<typeof KeystoreFile>
