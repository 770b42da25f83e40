import { CompactEncrypt } from 'jose'

/** What is sealed in a bound keystore, each under a key of its own. */
export type SealedType = 'rogatory-bound-keystore' | 'rogatory-bound-keystore-key'

/** Seals octets under a key of 32 octets: a compact JWE (RFC 7516 §7.1), `dir`, `A256GCM`. */
export const sealUnder = (key: Uint8Array, octets: Uint8Array, typ: SealedType): Promise<string> =>
  new CompactEncrypt(octets).setProtectedHeader({ alg: 'dir', enc: 'A256GCM', typ }).encrypt(key)
