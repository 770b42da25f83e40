/**
 * RSA keys of identities, between WebCrypto and PKCS#8 (RFC 5208).
 *
 * One private key signs by one scheme: an identity by RSASSA-PSS alone (statements as PS256, its
 * certificate request too), an issuer and a time-stamping authority by RSASSA-PKCS1-v1_5, which is
 * what every verifier of certificates and tokens reads.
 *
 * @packageDocumentation
 */
import { CryptoError } from '../errors.js'
import { SIGNATURES } from '../keys/algorithms.js'
import { importVerificationKey } from '../keys/import-public.js'
import type { SigningKey } from '../keys/key.js'
import { publicHalf } from '../keys/read-jwk.js'
import type { Octets } from './der/read-der.js'
import type { IdentityKey } from './identity.js'
import { fromPem, toPem } from './pem.js'
import type { SignatureScheme } from './signature-algorithm.js'

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
 * Reads PKCS#8 as a PS256 key. Extractable, as an identity key is.
 *
 * @throws {@link CryptoError} `pki/malformed` if it is no RSA key in PKCS#8; `keys/weak` below 3072
 *   bits.
 */
export async function importIdentityKey(pkcs8: Octets): Promise<IdentityKey> {
  const privateKey = await importPkcs8(pkcs8, PSS_SHA256, true)
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

async function importPkcs8(pkcs8: Octets, scheme: SignatureScheme, extractable: boolean) {
  try {
    return await crypto.subtle.importKey('pkcs8', pkcs8, scheme, extractable, ['sign'])
  } catch {
    throw new CryptoError('pki/malformed', 'not an RSA private key in PKCS#8')
  }
}

async function signingKeyOf(privateKey: CryptoKey): Promise<SigningKey> {
  const jwk = publicHalf(await crypto.subtle.exportKey('jwk', privateKey))
  return { ...(await importVerificationKey(jwk)), privateKey }
}
