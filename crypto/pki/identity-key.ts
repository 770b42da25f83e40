/**
 * Keys of identities, between WebCrypto and PKCS#8 (RFC 5208).
 *
 * One private key signs by one scheme: an RSA identity by RSASSA-PSS alone (statements as PS256, its
 * certificate request too), one on a NIST curve by ECDSA, an issuer of ours and a time-stamping authority by RSASSA-PKCS1-v1_5, which is
 * what every verifier of certificates and tokens reads.
 *
 * @packageDocumentation
 */
import { CryptoError } from '../errors.js'
import { SIGNATURES } from '../keys/algorithms.js'
import { importVerificationKey } from '../keys/import-public.js'
import type { SigningKey } from '../keys/key.js'
import { publicHalf } from '../keys/read-jwk.js'
import { fieldsOf } from './der/fields.js'
import { type Octets, readDer } from './der/read-der.js'
import { TAG } from './der/tag.js'
import { oidOf } from './der/values.js'
import { curveOf } from './ec-public-key.js'
import type { IdentityKey } from './identity.js'
import { OID } from './oid.js'
import { fromPem, toPem } from './pem.js'

const MODULUS_BITS = 3072
export const MAX_PRIVATE_KEY_BYTES = 8192
export const PKCS1_SHA256 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const
export const PSS_SHA256 = { name: 'RSA-PSS', hash: 'SHA-256', saltLength: 32 } as const

/**
 * Makes an RSA key of 3072 bits for an identity, extractable: it is to be kept in PKCS#12.
 *
 * @example
 * ```ts
 * const key = await generateIdentityKey()
 * const request = await createCertificateRequest({ party: 'xa.moj', name: 'Ministry', state: 'XA' }, key)
 * ```
 */
export async function generateIdentityKey(): Promise<IdentityKey> {
  const pair = await crypto.subtle.generateKey(
    {
      ...SIGNATURES.PS256.key,
      modulusLength: MODULUS_BITS,
      publicExponent: Uint8Array.of(1, 0, 1),
    },
    true,
    ['sign', 'verify'],
  )
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey))
  return { ...(await signingKeyOf(pair.privateKey)), privateKeyPem: toPem('PRIVATE KEY', pkcs8) }
}

/**
 * Reads PKCS#8 as a key of PS256, or of ES256 or ES384 if it is on P-256 or P-384. Extractable, as an
 * identity key is.
 *
 * @throws {@link CryptoError} `pki/malformed` if it is no such key in PKCS#8; `keys/weak` for RSA below 3072
 *   bits; `pki/weak` for another curve.
 */
export async function importIdentityKey(pkcs8: Octets): Promise<IdentityKey> {
  const privateKey = await importPkcs8(pkcs8, schemeOfPkcs8(pkcs8), true)
  return { ...(await signingKeyOf(privateKey)), privateKeyPem: toPem('PRIVATE KEY', pkcs8) }
}

/**
 * Reads PKCS#8 in PEM as the key of a time-stamping authority; it can only sign, and cannot leave.
 *
 * @throws {@link CryptoError} `pki/malformed` if it is no RSA key in PKCS#8.
 */
export const importTimestampKey = (privateKeyPem: string): Promise<CryptoKey> =>
  importPkcs8(fromPem('PRIVATE KEY', privateKeyPem, MAX_PRIVATE_KEY_BYTES), PKCS1_SHA256, false)

/** Signs as an issuer does: RSASSA-PKCS1-v1_5 with SHA-256. */
export async function signAsIssuer(privateKeyPem: string, data: Octets): Promise<Octets> {
  const key = await importTimestampKey(privateKeyPem)
  return new Uint8Array(await crypto.subtle.sign(PKCS1_SHA256, key, data))
}

/** RFC 5208 §5: version, algorithm, the key. WebCrypto is told what kind to expect. */
function schemeOfPkcs8(pkcs8: Octets): RsaHashedImportParams | EcKeyImportParams {
  const info = fieldsOf(readDer(pkcs8, MAX_PRIVATE_KEY_BYTES), TAG.sequence)
  info.next(TAG.integer)
  const algorithm = fieldsOf(info.next(TAG.sequence), TAG.sequence)
  if (oidOf(algorithm.any()) !== OID.ecPublicKey) return PSS_SHA256
  return { name: 'ECDSA', namedCurve: curveOf(algorithm.any()) }
}

async function importPkcs8(
  pkcs8: Octets,
  scheme: RsaHashedImportParams | EcKeyImportParams,
  extractable: boolean,
) {
  try {
    return await crypto.subtle.importKey('pkcs8', pkcs8, scheme, extractable, ['sign'])
  } catch {
    throw new CryptoError('pki/malformed', 'not an RSA or elliptic-curve private key in PKCS#8')
  }
}

async function signingKeyOf(privateKey: CryptoKey): Promise<SigningKey> {
  const jwk = publicHalf(await crypto.subtle.exportKey('jwk', privateKey))
  return { ...(await importVerificationKey(jwk)), privateKey }
}
