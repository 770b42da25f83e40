import { equalBytes } from '../bytes/bytes.js'
import { sha256 } from '../bytes/sha256.js'
import { CryptoError } from '../errors.js'
import { type CertificateSyntax, readCertificateSyntax } from '../pki/certificate-syntax.js'
import { type Certificate, syntaxOf } from '../pki/certificate.js'
import { isNamedBy } from '../pki/chain-profile.js'
import { TAG } from '../pki/der/tag.js'
import { oidOf } from '../pki/der/values.js'
import { OID } from '../pki/oid.js'
import { requireNotRevoked } from '../pki/require-not-revoked.js'
import { verifySignature } from '../pki/signature-algorithm.js'
import { requireChainAt, type Trust, verifyDecoded } from '../pki/verify-chain.js'
import { asTimestamp } from './refusal.js'
import { readSignedToken, type SignedToken } from './signed-token.js'
import { requireSigningCertificate } from './signing-certificate.js'
import { type Strength, strengthsOf } from './strengths-of.js'
import { canonicalNonce } from './timestamp-request.js'
import { readTstInfo, type TstInfo } from './tst-info.js'

export type ExpectedTimestamp = {
  /** As `createTimestampRequest` gave it; the token must repeat it. */
  readonly nonce?: string
  /** Dotted OID; the token must be under this policy. */
  readonly policy?: string
  /** As for `verifyChain`. */
  readonly revocationLists?: readonly string[]
  /**
   * Somebody else attests that the token existed then: a key that was stolen later did not make it. Else
   * the token's own time counts, and a stolen key's word for nothing (`requireNotRevoked`).
   */
  readonly existed?: Date
}

export type VerifiedTimestamp = {
  /** The data existed then; not after. Rounded up to the millisecond. */
  readonly at: Date
  /** Subject of the signer's certificate, RFC 4514. */
  readonly authority: string
  /** The time-stamping authority's id in this network, if it is of this network. */
  readonly party?: string
  /** Of the token, lower-case hex. */
  readonly serial: string
  readonly policy: string
  readonly accuracyMs?: number
  readonly signer: Certificate
  /** The root of the trust list that it led to. */
  readonly root: Certificate
  /** When the first certificate of the chain runs out, the root's included. */
  readonly validUntil: Date
  /** Imprint and signature, such as `SHA-256, RSA-PSS with SHA-256 of 3072 bits`. */
  readonly algorithm: string
  /** What it stands on: imprint, signatures and keys. */
  readonly strengths: readonly Strength[]
}

/**
 * Verifies an RFC 3161 token over `data`.
 *
 * In this order: strict form; imprint (SHA-256 of `data`), nonce, policy; the signer's certificate,
 * bound by ESSCertIDv2; the signature over the signed attributes (contentType, messageDigest); the
 * chain at the token's own time, as `verifyChain` does for the role `timestamp` (extendedKeyUsage
 * critical, timeStamping alone). The token holds exactly the certificates of that chain; the root
 * itself may be among them. `openssl ts -verify` passes tokens with further certificates: this does
 * not.
 *
 * @param token - DER of the ContentInfo, at most 64 KiB.
 * @param trust - roots for time-stamps.
 * @throws {@link CryptoError} `timestamp/malformed`, `timestamp/imprint`, `timestamp/nonce`,
 *   `timestamp/policy`, `timestamp/signer` (no, another or a superfluous certificate),
 *   `timestamp/signature`; `pki/weak`; and what `verifyChain` throws for the signer's chain.
 *
 * @example
 * ```ts
 * const { at, authority } = await verifyTimestampToken(token, toUtf8(checkpoint), trust)
 * ```
 */
export async function verifyTimestampToken(
  token: Uint8Array,
  data: Uint8Array,
  trust: Trust,
  expected: ExpectedTimestamp = {},
): Promise<VerifiedTimestamp> {
  const signed = asTimestamp(() => readSignedToken(token))
  const info = asTimestamp(() => readTstInfo(signed.content))
  await requireStatement(info, data, expected)

  const chain = signerChain(signed, trust)
  const [signer] = chain
  const attribute = signed.attributes.get(OID.signingCertificateV2)
  const roots = trust.roots.map(({ der }) => der)
  await requireSigningCertificate(attribute, signer, [...chain.map(({ der }) => der), ...roots])
  if (info.authority !== undefined && !equalBytes(info.authority, signer.subject)) {
    throw new CryptoError('timestamp/signer', 'an authority that calls itself otherwise')
  }
  await requireSignature(signed, signer)

  const { revocationLists, existed } = expected
  const verified = await verifyDecoded(chain, trust, { role: 'timestamp' })
  await requireChainAt(verified, {
    role: 'timestamp',
    at: info.at,
    ...(revocationLists && !existed && { revocationLists }),
  })
  const { leaf, root } = verified
  if (revocationLists && existed) {
    // Judged like any event whose time another tells.
    const moment = { role: 'authority', at: existed } as const
    await requireNotRevoked([...chain, syntaxOf(root)], revocationLists, moment)
  }
  return {
    at: info.at,
    authority: leaf.subject,
    ...(leaf.party !== undefined && { party: leaf.party }),
    serial: info.serial,
    policy: info.policy,
    ...(info.accuracyMs !== undefined && { accuracyMs: info.accuracyMs }),
    signer: leaf,
    root,
    validUntil: new Date(Math.min(...[...chain, root].map(({ notAfter }) => notAfter.getTime()))),
    algorithm: algorithmOf(signed, signer),
    strengths: strengthsOf(signed.scheme, chain, syntaxOf(root)),
  }
}

/** An RSA signature is as long as its modulus. */
const algorithmOf = ({ scheme, signature }: SignedToken, { jwk }: CertificateSyntax): string =>
  `SHA-256, ${scheme.name} with ${scheme.hash} ` +
  (jwk.crv === undefined ? `of ${signature.length * 8} bits` : `on ${jwk.crv}`)

async function requireStatement(
  info: TstInfo,
  data: Uint8Array,
  { nonce, policy }: ExpectedTimestamp,
): Promise<void> {
  if (info.imprint === undefined || !equalBytes(info.imprint, await sha256(data))) {
    throw new CryptoError('timestamp/imprint', 'a time-stamp over other data')
  }
  if (nonce !== undefined && info.nonce !== canonicalNonce(nonce)) {
    throw new CryptoError('timestamp/nonce', 'a time-stamp that answers another request')
  }
  if (policy !== undefined && info.policy !== policy) {
    throw new CryptoError('timestamp/policy', 'a time-stamp under another policy')
  }
}

/** From the signer upwards through the certificates of the token, which must all be needed. */
function signerChain(
  { certificates, signer: named }: SignedToken,
  trust: Trust,
): readonly [CertificateSyntax, ...CertificateSyntax[]] {
  const isRoot = (encoding: Uint8Array) => trust.roots.some(({ der }) => equalBytes(der, encoding))
  const offered = certificates.filter((each) => !isRoot(each)).map(readCertificateSyntax)
  const isSigner = ({ issuer, serial }: CertificateSyntax) =>
    serial === named.serial && equalBytes(issuer, named.issuer)
  const [signer, ...twins] = offered.filter(isSigner)
  const issuers = signer === undefined ? [] : issuersOf(signer, offered)
  if (signer === undefined || twins.length > 0 || issuers.length + 1 !== offered.length) {
    throw new CryptoError('timestamp/signer', 'not exactly the certificates of the signer')
  }
  return [signer, ...issuers]
}

function issuersOf(
  signer: CertificateSyntax,
  offered: readonly CertificateSyntax[],
): readonly CertificateSyntax[] {
  const chain = [signer]
  // The list grows while it is walked; each certificate enters once, so the walk ends.
  for (const child of chain) {
    const issuer = offered.find((each) => !chain.includes(each) && isNamedBy(child, each))
    if (issuer !== undefined) chain.push(issuer)
  }
  return chain.slice(1)
}

/** RFC 5652 §5.4 and §11: the attributes commit to type and content; the signature to both. */
async function requireSignature(token: SignedToken, signer: CertificateSyntax): Promise<void> {
  const { attributes, content, scheme, signature, signed } = token
  const type = attributes.get(OID.contentType)
  const digest = attributes.get(OID.messageDigest)
  const isTyped = type?.tag === TAG.oid && oidOf(type) === OID.tstInfo
  const actual = new Uint8Array(await crypto.subtle.digest(scheme.hash, content))
  const isDigested = digest?.tag === TAG.octetString && equalBytes(digest.content, actual)
  if (!isTyped || !isDigested || !(await verifySignature(scheme, signer, signature, signed))) {
    throw new CryptoError('timestamp/signature', 'a signature that is not over this time-stamp')
  }
}
