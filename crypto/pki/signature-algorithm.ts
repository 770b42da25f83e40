/**
 * Signatures over DER, from an AlgorithmIdentifier to WebCrypto. SHA-256 and stronger only.
 *
 * @packageDocumentation
 */
import { equalBytes, toHex } from '../bytes/bytes.js'
import { CryptoError } from '../errors.js'
import type { PublicJwk } from '../keys/key.js'
import { NIST_CURVES } from '../keys/nist-curve.js'
import { recentlyUsed } from '../keys/recently-used.js'
import { type DerValue, type Octets } from './der/read-der.js'
import { explicit } from './der/tag.js'
import { der, NULL, oid, sequence, unsignedInteger } from './der/write-der.js'
import { toWidth } from './ecdsa-signature.js'
import { OID } from './oid.js'

export type Hash = 'SHA-256' | 'SHA-384' | 'SHA-512'

export type SignatureScheme =
  | { readonly name: 'RSASSA-PKCS1-v1_5'; readonly hash: Hash }
  | { readonly name: 'RSA-PSS'; readonly hash: Hash; readonly saltLength: number }
  | { readonly name: 'ECDSA'; readonly hash: Hash }

export const HASHES = [
  {
    hash: 'SHA-256',
    octets: 32,
    digest: OID.sha256,
    pkcs1: OID.sha256WithRsa,
    ecdsa: OID.ecdsaWithSha256,
  },
  {
    hash: 'SHA-384',
    octets: 48,
    digest: OID.sha384,
    pkcs1: OID.sha384WithRsa,
    ecdsa: OID.ecdsaWithSha384,
  },
  {
    hash: 'SHA-512',
    octets: 64,
    digest: OID.sha512,
    pkcs1: OID.sha512WithRsa,
    ecdsa: OID.ecdsaWithSha512,
  },
] as const

/** RSASSA-PKCS1-v1_5 with SHA-256, as certificate authorities sign: every verifier reads it. */
export const SHA256_WITH_RSA = sequence(oid(OID.sha256WithRsa), NULL)

/** RFC 5758 §3.2: ECDSA with SHA-256, without parameters. */
export const ECDSA_WITH_SHA256 = sequence(oid(OID.ecdsaWithSha256))

/** RSASSA-PSS with SHA-256 and a salt of 32 octets: what PS256 is, as an AlgorithmIdentifier. */
export const PSS_WITH_SHA256 = pssIdentifier(OID.sha256, 32)

/**
 * RFC 4055 §3.1: hash, MGF1 over the same hash, a salt as long as the hash, trailer by default.
 * Other parameters exist and have no use here.
 */
function pssIdentifier(digest: string, saltLength: number): Octets {
  const hash = sequence(oid(digest), NULL)
  return sequence(
    oid(OID.rsaPss),
    sequence(
      der(explicit(0), hash),
      der(explicit(1), sequence(oid(OID.mgf1), hash)),
      der(explicit(2), unsignedInteger(saltLength)),
    ),
  )
}

// An allow-list of whole encodings: no parameter of an AlgorithmIdentifier is ever interpreted.
const SCHEMES: readonly (readonly [Octets, SignatureScheme])[] = HASHES.flatMap(
  ({ hash, octets, digest, pkcs1, ecdsa }) => [
    [sequence(oid(pkcs1), NULL), { name: 'RSASSA-PKCS1-v1_5', hash }] as const,
    [pssIdentifier(digest, octets), { name: 'RSA-PSS', hash, saltLength: octets }] as const,
    [sequence(oid(ecdsa)), { name: 'ECDSA', hash }] as const,
  ],
)

/**
 * The scheme that an AlgorithmIdentifier names.
 *
 * @throws {@link CryptoError} `pki/weak` for anything outside the allow-list, SHA-1 above all.
 */
export function schemeOf({ bytes }: DerValue): SignatureScheme {
  const row = SCHEMES.find(([identifier]) => equalBytes(identifier, bytes))
  if (row === undefined) {
    throw new CryptoError(
      'pki/weak',
      'a signature algorithm other than RSA and ECDSA with SHA-256 to SHA-512',
    )
  }
  return row[1]
}

/**
 * Whether `signature` over `data` is by that key, under a scheme that is for its kind. The curve comes from the
 * key, the hash from the scheme: authorities sign with P-384 and SHA-256, too, and both are strong enough.
 */
export async function verifySignature(
  scheme: SignatureScheme,
  { spki, jwk }: { readonly spki: Octets; readonly jwk: PublicJwk },
  signature: Octets,
  data: Octets,
): Promise<boolean> {
  const { subtle } = crypto
  if (scheme.name !== 'ECDSA') {
    if (jwk.kty !== 'RSA') return false
    const key = await importKey(spki, { name: scheme.name, hash: scheme.hash })
    return subtle.verify(scheme, key, signature, data)
  }
  const { crv } = jwk
  if (crv !== 'P-256' && crv !== 'P-384') return false
  const raw = toWidth(signature, NIST_CURVES[crv].octets)
  if (raw === undefined) return false
  const key = await importKey(spki, { name: 'ECDSA', namedCurve: crv })
  return subtle.verify(scheme, key, raw, data)
}

type KeyAlgorithm =
  | { readonly name: 'RSASSA-PKCS1-v1_5' | 'RSA-PSS'; readonly hash: Hash }
  | { readonly name: 'ECDSA'; readonly namedCurve: 'P-256' | 'P-384' }

/** Importing an RSA key takes as long as a check with it, and few authorities sign many certificates. */
const imported = recentlyUsed<CryptoKey>(256)

async function importKey(spki: Octets, algorithm: KeyAlgorithm): Promise<CryptoKey> {
  const id = `${Object.values(algorithm).join(' ')} ${toHex(spki)}`
  const known = imported.get(id)
  if (known) return known
  const key = await crypto.subtle.importKey('spki', spki, algorithm, false, ['verify'])
  imported.set(id, key)
  return key
}
