import { canonicalize } from '../canonical/canonicalize.js'
import { CryptoError } from '../errors.js'
import { AGREEMENTS, SIGNATURE_OF_CURVE, SIGNATURES } from './algorithms.js'
import type { SealingKey, VerificationKey } from './key.js'
import { type ReadJwk, readPublicJwk, shapeOfPublicJwk } from './read-jwk.js'
import { type RecentlyUsed, recentlyUsed } from './recently-used.js'
import { thumbprint } from './thumbprint.js'

const CACHED = 4096
const verificationKeys = recentlyUsed<VerificationKey>(CACHED)
const sealingKeys = recentlyUsed<SealingKey>(CACHED)

/**
 * Imports a stranger's public key for signatures. Its algorithm follows from the key alone.
 *
 * The last 4096 keys are kept imported, so asking again costs a look-up.
 *
 * @param jwk - exactly the members of the RFC 7638 thumbprint.
 * @throws {@link CryptoError} `keys/malformed`, `keys/weak` as {@link readPublicJwk};
 *   `keys/algorithm` if the key is for encryption.
 */
export function importVerificationKey(jwk: unknown): Promise<VerificationKey> {
  return cached(verificationKeys, jwk, importVerifier)
}

/**
 * Imports a stranger's public key to encrypt to. Kept as {@link importVerificationKey} keeps its own.
 *
 * @throws {@link CryptoError} `keys/malformed`, `keys/weak` as {@link readPublicJwk};
 *   `keys/algorithm` if the key is for signatures only.
 */
export function importSealingKey(jwk: unknown): Promise<SealingKey> {
  return cached(sealingKeys, jwk, importSealer)
}

async function importVerifier(jwk: ReadJwk): Promise<VerificationKey> {
  const alg = signatureAlgorithm(jwk)
  const key = await crypto.subtle.importKey('jwk', jwk, SIGNATURES[alg].key, true, ['verify'])
  return Object.freeze({ kid: await thumbprint(jwk), alg, jwk, key })
}

async function importSealer(jwk: ReadJwk): Promise<SealingKey> {
  const crv = agreementCurve(jwk)
  const key = await crypto.subtle.importKey('jwk', jwk, AGREEMENTS[crv], true, [])
  return Object.freeze({ kid: await thumbprint(jwk), crv, jwk, key })
}

/** @throws {@link CryptoError} `keys/algorithm` if the key is for encryption. */
export function signatureAlgorithm(jwk: ReadJwk) {
  if (jwk.kty === 'RSA') return 'PS256'
  if (jwk.crv === 'X25519') throw new CryptoError('keys/algorithm', 'X25519 makes no signatures')
  return SIGNATURE_OF_CURVE[jwk.crv]
}

/** @throws {@link CryptoError} `keys/algorithm` if the key is for signatures only. */
export function agreementCurve(jwk: ReadJwk) {
  if (jwk.kty === 'RSA' || jwk.crv === 'Ed25519') {
    throw new CryptoError('keys/algorithm', 'nothing is encrypted to a key for signatures')
  }
  return jwk.crv
}

async function cached<K>(
  kept: RecentlyUsed<K>,
  jwk: unknown,
  importOne: (jwk: ReadJwk) => Promise<K>,
): Promise<K> {
  const shape = shapeOfPublicJwk(jwk)
  // The text that RFC 7638 §3.1 hashes: as good a name as the thumbprint, and needs no digest. Only keys
  // that were judged are kept, each under its one spelling, so what is found need not be judged again.
  const name = canonicalize(shape)
  const known = kept.get(name)
  if (known) return known
  const imported = await importOne(Object.freeze(readPublicJwk(shape)))
  kept.set(name, imported)
  return imported
}
