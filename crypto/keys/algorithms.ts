/**
 * The one table of algorithms. Nothing in a message chooses from it: a key has one algorithm, and a
 * message that names another is refused.
 *
 * Signatures: RFC 9864 (`Ed25519`, the fully-specified name), RFC 7518 §3.4 (`ES256`, `ES384`) and
 * §3.5 (`PS256`, for identity certificates only). Key agreement: RFC 7518 §4.6 over the curves of
 * RFC 8037 §3.2 (X25519) and RFC 7518 §6.2.1.1 (P-256, P-384).
 *
 * @packageDocumentation
 */

/** What an authority chooses for its keys: the default, and two for administrations bound to NIST curves. */
export type Suite = 'x25519' | 'p256' | 'p384'
export type SignatureAlgorithm = 'Ed25519' | 'ES256' | 'ES384' | 'PS256'
export type AgreementAlgorithm = 'ECDH-ES+A256KW'
export type AgreementCurve = 'X25519' | 'P-256' | 'P-384'
export type SigningCurve = 'Ed25519' | 'P-256' | 'P-384'

export const AGREEMENT: AgreementAlgorithm = 'ECDH-ES+A256KW'
export const CONTENT_ENCRYPTION = 'A256GCM'

type SuiteRow = { readonly signature: SignatureAlgorithm; readonly agreement: AgreementCurve }

export const SUITES = {
  x25519: { signature: 'Ed25519', agreement: 'X25519' },
  p256: { signature: 'ES256', agreement: 'P-256' },
  p384: { signature: 'ES384', agreement: 'P-384' },
} as const satisfies Record<Suite, SuiteRow>

type SignatureRow = {
  /** For WebCrypto's `importKey` and `generateKey`. */
  readonly key: EcKeyImportParams | RsaHashedImportParams | Algorithm
  /** For WebCrypto's `sign` and `verify`. */
  readonly signing: EcdsaParams | RsaPssParams | Algorithm
}

export const SIGNATURES = {
  Ed25519: { key: { name: 'Ed25519' }, signing: { name: 'Ed25519' } },
  ES256: {
    key: { name: 'ECDSA', namedCurve: 'P-256' },
    signing: { name: 'ECDSA', hash: 'SHA-256' },
  },
  ES384: {
    key: { name: 'ECDSA', namedCurve: 'P-384' },
    signing: { name: 'ECDSA', hash: 'SHA-384' },
  },
  PS256: {
    key: { name: 'RSA-PSS', hash: 'SHA-256' },
    signing: { name: 'RSA-PSS', saltLength: 32 },
  },
} as const satisfies Record<SignatureAlgorithm, SignatureRow>

export const SIGNATURE_OF_CURVE = {
  Ed25519: 'Ed25519',
  'P-256': 'ES256',
  'P-384': 'ES384',
} as const satisfies Record<SigningCurve, SignatureAlgorithm>

export const AGREEMENTS = {
  X25519: { name: 'X25519' },
  'P-256': { name: 'ECDH', namedCurve: 'P-256' },
  'P-384': { name: 'ECDH', namedCurve: 'P-384' },
} as const satisfies Record<AgreementCurve, EcKeyImportParams | Algorithm>

/** Whether a stranger's `alg` is one of ours. */
export const isSignatureAlgorithm = (alg: unknown): alg is SignatureAlgorithm =>
  typeof alg === 'string' && Object.hasOwn(SIGNATURES, alg)
