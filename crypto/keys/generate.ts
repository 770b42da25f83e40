import { AGREEMENTS, SIGNATURES, SUITES, type Suite } from './algorithms.js'
import { importSealingKey, importVerificationKey } from './import-public.js'
import type { PrivateKeyOptions } from './import-private.js'
import type { OpeningKey, SigningKey } from './key.js'
import { publicHalf } from './read-jwk.js'

/**
 * Makes a key pair for signatures. The private half stays inside WebCrypto unless `extractable`.
 *
 * @example
 * ```ts
 * const key = await generateSigningKey('x25519')
 * key.alg // 'Ed25519'
 * ```
 */
export async function generateSigningKey(
  suite: Suite,
  { extractable = false }: PrivateKeyOptions = {},
): Promise<SigningKey> {
  const { key } = SIGNATURES[SUITES[suite].signature]
  const pair = await generate(key, extractable, ['sign', 'verify'])
  const verification = await importVerificationKey(await publicJwkOf(pair))
  return Object.freeze({ ...verification, privateKey: pair.privateKey })
}

/** Makes a key pair to encrypt to. The private half stays inside WebCrypto unless `extractable`. */
export async function generateOpeningKey(
  suite: Suite,
  { extractable = false }: PrivateKeyOptions = {},
): Promise<OpeningKey> {
  const pair = await generate(AGREEMENTS[SUITES[suite].agreement], extractable, ['deriveBits'])
  const sealing = await importSealingKey(await publicJwkOf(pair))
  return Object.freeze({ ...sealing, privateKey: pair.privateKey })
}

const generate = (algorithm: Algorithm, extractable: boolean, usages: KeyUsage[]) =>
  crypto.subtle.generateKey(algorithm, extractable, usages) as Promise<CryptoKeyPair>

const publicJwkOf = async (pair: CryptoKeyPair) =>
  publicHalf(await crypto.subtle.exportKey('jwk', pair.publicKey))
