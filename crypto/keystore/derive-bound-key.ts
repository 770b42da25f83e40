import { concat, toUtf8, unshared } from '../bytes/bytes.js'
import { sha256 } from '../bytes/sha256.js'
import { CryptoError } from '../errors.js'

/** What a security key answers: as which credential, and the output of its pseudo-random function. */
export type SecurityKeyAnswer = {
  readonly credential: Uint8Array
  /** 32 octets: WebAuthn's `prf.results.first`, which is CTAP2's `hmac-secret` under user verification. */
  readonly prf: Uint8Array
}

const LABEL = 'rogatory-bound-keystore/1'
const OCTETS = 32

/**
 * The key that a passphrase and a security key make together, by HKDF-SHA-256 (RFC 5869) without a salt:
 * its input is uniform already in what the security key gives, and `info` says what it is for.
 *
 * @param passphraseKey - 32 octets of Argon2id.
 * @returns 32 octets.
 * @throws {@link CryptoError} `keystore/security-key` for an answer of another length.
 */
export async function deriveBoundKey(
  passphraseKey: Uint8Array,
  { credential, prf }: SecurityKeyAnswer,
  rpId: string,
): Promise<Uint8Array> {
  if (prf.length !== OCTETS) {
    throw new CryptoError('keystore/security-key', 'a security key answers with 32 octets')
  }
  const { subtle } = crypto
  const input = unshared(concat(passphraseKey, prf))
  const material = await subtle.importKey('raw', input, 'HKDF', false, ['deriveBits'])
  const zero = Uint8Array.of(0)
  // Of one length, since Node's HKDF takes 1024 octets of `info` at most, and credentials have up to 1023.
  const whose = await sha256(concat(toUtf8(rpId), zero, credential))
  const info = concat(toUtf8(LABEL), zero, whose)
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info }
  return new Uint8Array(await subtle.deriveBits(hkdf, material, 8 * OCTETS))
}
