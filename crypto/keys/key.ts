import type { AgreementCurve, SignatureAlgorithm } from './algorithms.js'

/** The members that an RFC 7638 thumbprint covers, and nothing else. */
export type PublicJwk = {
  readonly kty: 'OKP' | 'EC' | 'RSA'
  readonly crv?: string
  readonly x?: string
  readonly y?: string
  readonly n?: string
  readonly e?: string
}

/** A public key for signatures. `kid` is its RFC 7638 thumbprint, `alg` the only algorithm it serves. */
export type VerificationKey = {
  readonly kid: string
  readonly alg: SignatureAlgorithm
  readonly jwk: PublicJwk
  readonly key: CryptoKey
}

/** A key pair for signatures. */
export type SigningKey = VerificationKey & { readonly privateKey: CryptoKey }

/** A public key to encrypt to. */
export type SealingKey = {
  readonly kid: string
  readonly crv: AgreementCurve
  readonly jwk: PublicJwk
  readonly key: CryptoKey
}

/** A key pair to decrypt with. */
export type OpeningKey = SealingKey & { readonly privateKey: CryptoKey }
