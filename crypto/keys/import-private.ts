import { equalBytes, toUtf8 } from '../bytes/bytes.js'
import { CryptoError } from '../errors.js'
import { AGREEMENTS, SIGNATURES } from './algorithms.js'
import {
  agreementCurve,
  importSealingKey,
  importVerificationKey,
  signatureAlgorithm,
} from './import-public.js'
import type { OpeningKey, SealingKey, SigningKey, VerificationKey } from './key.js'
import { readPrivateJwk } from './read-jwk.js'

export type PrivateKeyOptions = {
  /** Whether the private half may be exported again. Not unless asked. */
  readonly extractable?: boolean
}

/**
 * Imports a private key for signatures, with its public half: `kty`, `crv`, `x`, `y`, `d`, or the
 * RSA members of RFC 7518 §6.3.2, and nothing else.
 *
 * The halves are tried against each other, so a key whose `x` was swapped is refused rather than
 * signing what nobody can verify.
 *
 * @throws {@link CryptoError} `keys/malformed` on another shape or halves that do not belong
 *   together, `keys/weak`, `keys/algorithm` as {@link importVerificationKey}.
 */
export async function importSigningKey(
  privateJwk: unknown,
  { extractable = false }: PrivateKeyOptions = {},
): Promise<SigningKey> {
  const parts = readPrivateJwk(privateJwk)
  const { key } = SIGNATURES[signatureAlgorithm(parts.publicJwk)]
  const verification = await importVerificationKey(parts.publicJwk)
  const privateKey = await importKey(parts.privateJwk, key, extractable, ['sign'])
  await tryPair(() => signsFor(privateKey, verification))
  return Object.freeze({ ...verification, privateKey })
}

/**
 * Imports a private key to decrypt with, tried against its public half.
 *
 * @throws {@link CryptoError} as {@link importSigningKey}.
 */
export async function importOpeningKey(
  privateJwk: unknown,
  { extractable = false }: PrivateKeyOptions = {},
): Promise<OpeningKey> {
  const parts = readPrivateJwk(privateJwk)
  const algorithm = AGREEMENTS[agreementCurve(parts.publicJwk)]
  const sealing = await importSealingKey(parts.publicJwk)
  const privateKey = await importKey(parts.privateJwk, algorithm, extractable, ['deriveBits'])
  await tryPair(() => agreesFor(privateKey, sealing))
  return Object.freeze({ ...sealing, privateKey })
}

async function signsFor(privateKey: CryptoKey, { alg, key }: VerificationKey): Promise<boolean> {
  const { signing } = SIGNATURES[alg]
  const probe = toUtf8('rogatory pairwise consistency test')
  const signature = await crypto.subtle.sign(signing, privateKey, probe)
  return crypto.subtle.verify(signing, key, signature, probe)
}

async function agreesFor(privateKey: CryptoKey, { crv, key }: SealingKey): Promise<boolean> {
  const algorithm = AGREEMENTS[crv]
  const other = (await crypto.subtle.generateKey(algorithm, false, ['deriveBits'])) as CryptoKeyPair
  const derive = async (ours: CryptoKey, theirs: CryptoKey) =>
    new Uint8Array(
      await crypto.subtle.deriveBits({ name: algorithm.name, public: theirs }, ours, 256),
    )
  return equalBytes(await derive(privateKey, other.publicKey), await derive(other.privateKey, key))
}

async function tryPair(belongTogether: () => Promise<boolean>): Promise<void> {
  // Some platforms refuse such halves at import, some when they are used, some never.
  if (!(await belongTogether().catch(() => false))) {
    throw new CryptoError(
      'keys/malformed',
      'the private and the public half do not belong together',
    )
  }
}

async function importKey(
  jwk: JsonWebKey,
  algorithm: AlgorithmIdentifier | EcKeyImportParams | RsaHashedImportParams,
  extractable: boolean,
  usages: KeyUsage[],
): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey('jwk', jwk, algorithm, extractable, usages)
  } catch {
    throw new CryptoError('keys/malformed', 'the platform refused the key')
  }
}
