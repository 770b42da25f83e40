import type { SigningKey } from '../keys/key.js'
import type { Certificate } from './certificate.js'

/** An identity key: signs as PS256, ES256 or ES384, and can be carried to a PKCS#12 file. */
export type IdentityKey = SigningKey & {
  /** PKCS#8 in PEM, unencrypted: never stored or sent as it is. */
  readonly privateKeyPem: string
}

/** Who an authority, relay or time-stamping authority is: certificate, chain and key. */
export type Identity = {
  readonly certificate: Certificate
  /** The certificate first, then its issuers, without the root. */
  readonly chain: readonly Certificate[]
  readonly key: SigningKey
  /** PKCS#8 in PEM, unencrypted. */
  readonly privateKeyPem: string
}

/** Who issues: a certificate of the role root or intermediate, with its key. */
export type CertificateIssuer = {
  readonly certificate: Certificate
  /** PKCS#8 in PEM, unencrypted. */
  readonly privateKeyPem: string
}
