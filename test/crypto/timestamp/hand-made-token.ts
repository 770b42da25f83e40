/**
 * Time-stamp tokens octet by octet, also those that no honest authority would make. Shares the DER
 * writer with the code under test, nothing else.
 *
 * @packageDocumentation
 */
import type { Octets } from '#crypto/pki/der/read-der.js'
import { explicit, TAG } from '#crypto/pki/der/tag.js'
import * as write from '#crypto/pki/der/write-der.js'
import type { IdentityKey } from '#crypto/pki/identity.js'
import { OID } from '#crypto/pki/oid.js'
import { commonName, identifier, type Scheme, sign } from '#test/crypto/pki/hand-made.js'

const { der, sequence, octetString, oid, NULL, unsignedInteger } = write

export const SHA256 = sequence(oid(OID.sha256), NULL)
export const SHA512 = sequence(oid(OID.sha512), NULL)
/** As OpenSSL writes it in tokens: PKCS #1 v1.5, with the digest named elsewhere (RFC 3370 §3.2). */
export const RSA_ENCRYPTION = sequence(oid(OID.rsaEncryption), NULL)

export type TokenPlan = {
  /** DER of TSTInfo, or whatever is to stand in its place. */
  readonly content: Octets
  /** The signer's first, unless a test says otherwise. */
  readonly certificates: readonly Octets[]
  readonly key: IdentityKey
  /** Common name of the signer's issuer. */
  readonly issuer: string
  readonly scheme?: Scheme
  readonly digest?: Octets
  /** Signed attributes in the order of the token, in place of the honest three. */
  readonly attributes?: readonly Octets[]
  readonly unsigned?: Octets
  readonly parts?: {
    readonly outerType?: Octets
    readonly version?: Octets
    readonly digests?: Octets
    readonly encapsulated?: Octets
    readonly signerVersion?: Octets
    readonly serial?: Octets
    readonly algorithm?: Octets
    readonly signers?: Octets
    readonly signature?: Octets
  }
}

export const attribute = (type: string, ...values: readonly Octets[]): Octets =>
  sequence(oid(type), der(TAG.set, ...values))

/** SigningCertificateV2 of ids. */
export const signingCertificates = (...ids: readonly Octets[]): Octets => sequence(sequence(...ids))

/** ESSCertIDv2 by SHA-256, with whatever members follow. */
export const certificateId = async (certificate: Octets, ...more: readonly Octets[]) =>
  sequence(octetString(await hash('SHA-256', certificate)), ...more)

export const hash = async (algorithm: string, data: Octets): Promise<Octets> =>
  new Uint8Array(await crypto.subtle.digest(algorithm, data))

/** The three attributes of an honest token (RFC 3161 §2.4.2, RFC 5816). */
export async function honestAttributes(
  { content, scheme }: Pick<TokenPlan, 'content' | 'scheme'>,
  signer: Octets,
): Promise<{ type: Octets; digest: Octets; certificate: Octets }> {
  const digest = await hash(scheme === 'SHA-512' ? 'SHA-512' : 'SHA-256', content)
  const ids = signingCertificates(await certificateId(signer))
  return {
    type: attribute(OID.contentType, oid(OID.tstInfo)),
    digest: attribute(OID.messageDigest, octetString(digest)),
    certificate: attribute(OID.signingCertificateV2, ids),
  }
}

/** Signs the plan as it is and returns DER of the ContentInfo. */
export async function handMadeToken(plan: TokenPlan): Promise<Octets> {
  const { content, certificates, key, issuer, scheme = 'SHA-256', parts = {} } = plan
  const [signer = content] = certificates
  const honest = Object.values(await honestAttributes(plan, signer)).sort(write.byOctets)
  const attributes = plan.attributes ?? honest
  const signed = der(TAG.set, ...attributes)
  const digest = plan.digest ?? (scheme === 'SHA-512' ? SHA512 : SHA256)
  const signerInfo = sequence(
    parts.signerVersion ?? unsignedInteger(1),
    sequence(commonName(issuer), parts.serial ?? unsignedInteger('01ff')),
    digest,
    der(explicit(0), ...attributes),
    parts.algorithm ?? identifier(scheme),
    octetString(parts.signature ?? (await sign(scheme, key.privateKeyPem, signed))),
    ...(plan.unsigned === undefined ? [] : [plan.unsigned]),
  )
  const data = sequence(
    parts.version ?? unsignedInteger(3),
    parts.digests ?? der(TAG.set, digest),
    parts.encapsulated ?? sequence(oid(OID.tstInfo), der(explicit(0), octetString(content))),
    der(explicit(0), ...certificates),
    parts.signers ?? der(TAG.set, signerInfo),
  )
  return sequence(parts.outerType ?? oid(OID.signedData), der(explicit(0), data))
}
