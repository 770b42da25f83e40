/**
 * Encryption under a passphrase: PBES2 (RFC 8018 §6.2) with PBKDF2-HMAC-SHA-256 and AES-256-CBC,
 * by WebCrypto. Nothing older is read: RC2 with 40 bits and triple DES do not protect a key.
 *
 * @packageDocumentation
 */
import { equalBytes, toUtf8 } from '../../bytes/bytes.js'
import { CryptoError } from '../../errors.js'
import { fieldsOf } from '../der/fields.js'
import { type DerValue, malformed, type Octets } from '../der/read-der.js'
import { TAG } from '../der/tag.js'
import { oidOf, smallIntegerOf } from '../der/values.js'
import { NULL, octetString, oid, sequence, unsignedInteger } from '../der/write-der.js'
import { OID } from '../oid.js'

/** OWASP's figure of 2023 for PBKDF2-HMAC-SHA-256. A fifth of a second on a small machine. */
export const PBKDF2_ITERATIONS = 600_000
// Below, guessing is cheap; above, a hostile file would stop its reader for minutes.
const MIN_ITERATIONS = 1000
const MAX_ITERATIONS = 10_000_000

const AES_BITS = 256
const HMAC_SHA256 = sequence(oid(OID.hmacWithSha256), NULL)

/** An AlgorithmIdentifier with a fresh salt and IV, and the octets encrypted under it. */
export async function encryptPbes2(
  plaintext: Octets,
  passphrase: string,
): Promise<{ algorithm: Octets; ciphertext: Octets }> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const iv = crypto.getRandomValues(new Uint8Array(16))
  const key = await deriveKey(passphrase, salt, PBKDF2_ITERATIONS, 'encrypt')
  const ciphertext = await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, key, plaintext)
  const derivation = sequence(
    octetString(salt),
    unsignedInteger(PBKDF2_ITERATIONS),
    unsignedInteger(AES_BITS / 8),
    HMAC_SHA256,
  )
  const algorithm = sequence(
    oid(OID.pbes2),
    sequence(sequence(oid(OID.pbkdf2), derivation), sequence(oid(OID.aes256Cbc), octetString(iv))),
  )
  return { algorithm, ciphertext: new Uint8Array(ciphertext) }
}

/**
 * Decrypts what an AlgorithmIdentifier of this kind describes.
 *
 * @throws {@link CryptoError} `pki/weak` for any other cipher, or fewer than 1,000 iterations;
 *   `pki/malformed` for another shape or above 10,000,000 iterations; `pki/passphrase` if the
 *   passphrase does not open it.
 */
export async function decryptPbes2(
  algorithm: DerValue,
  ciphertext: Octets,
  passphrase: string,
): Promise<Octets> {
  const { salt, iterations, iv } = readParameters(algorithm)
  const key = await deriveKey(passphrase, salt, iterations, 'decrypt')
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-CBC', iv }, key, ciphertext))
  } catch {
    throw new CryptoError('pki/passphrase', 'the passphrase does not open the file')
  }
}

function readParameters(algorithm: DerValue) {
  const fields = fieldsOf(algorithm, TAG.sequence)
  requireOid(fields.any(), OID.pbes2)
  const parameters = fieldsOf(fields.any(), TAG.sequence)
  fields.end()
  const derivation = fieldsOf(parameters.any(), TAG.sequence)
  const cipher = fieldsOf(parameters.any(), TAG.sequence)
  parameters.end()

  requireOid(derivation.any(), OID.pbkdf2)
  const pbkdf2 = fieldsOf(derivation.any(), TAG.sequence)
  derivation.end()
  const salt = pbkdf2.next(TAG.octetString).content
  const iterations = smallIntegerOf(pbkdf2.next(TAG.integer))
  const length = pbkdf2.optional(TAG.integer)
  const prf = pbkdf2.optional(TAG.sequence)
  pbkdf2.end()
  requireOid(cipher.any(), OID.aes256Cbc)
  const iv = cipher.next(TAG.octetString).content
  cipher.end()

  // RFC 8018 appendix A.2: without a prf it is HMAC-SHA-1.
  if (prf === undefined || !equalBytes(prf.bytes, HMAC_SHA256)) throw tooWeak()
  if (length !== undefined && smallIntegerOf(length) !== AES_BITS / 8)
    throw malformed('a key length')
  if (salt.length > 64 || iv.length !== 16) throw malformed('a salt or IV of the wrong length')
  requireIterations(iterations, MAX_ITERATIONS)
  if (salt.length < 8) throw tooWeak()
  return { salt, iterations, iv }
}

/** Refuses too few (`pki/weak`) and too many (`pki/malformed`). */
export function requireIterations(iterations: number, max: number): void {
  if (iterations < MIN_ITERATIONS) throw tooWeak()
  if (iterations > max) throw malformed(`more than ${max} iterations`)
}

function requireOid(value: DerValue, wanted: string): void {
  if (oidOf(value) !== wanted) throw tooWeak()
}

export const tooWeak = () =>
  new CryptoError('pki/weak', 'a protection other than AES-256, PBKDF2 and SHA-256')

async function deriveKey(
  passphrase: string,
  salt: Octets,
  iterations: number,
  usage: 'encrypt' | 'decrypt',
): Promise<CryptoKey> {
  const secret = await crypto.subtle.importKey('raw', toUtf8(passphrase), 'PBKDF2', false, [
    'deriveKey',
  ])
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  const aes = { name: 'AES-CBC', length: AES_BITS }
  return crypto.subtle.deriveKey(derivation, secret, aes, false, [usage])
}
