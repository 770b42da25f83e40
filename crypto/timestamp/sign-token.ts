/**
 * Makes tokens: CMS SignedData over TSTInfo, assembled and signed with pkijs.
 *
 * @packageDocumentation
 */
import { fromBER, Null, OctetString } from 'asn1js'
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  CryptoEngine,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs'
import { unshared } from '../bytes/bytes.js'
import { sha256 } from '../bytes/sha256.js'
import type { Octets } from '../pki/der/read-der.js'
import { byOctets, octetString, oid } from '../pki/der/write-der.js'
import { OID } from '../pki/oid.js'
import { signingCertificate } from '../pki/signing-certificate.js'

export type TokenSigner = {
  /** DER, the signer's first, without the root. */
  readonly certificates: readonly [Uint8Array, ...Uint8Array[]]
  readonly key: CryptoKey
}

/** DER of a token (a ContentInfo) over a TSTInfo. RFC 3161 §2.4.1: certificates only if asked for. */
export async function signToken(
  tstInfo: Octets,
  { certificates, key }: TokenSigner,
  withCertificates: boolean,
): Promise<Octets> {
  const [signer] = certificates
  const { issuer, serialNumber } = certificateOf(signer)
  const attributes = [
    attribute(OID.contentType, oid(OID.tstInfo)),
    attribute(OID.messageDigest, octetString(await sha256(tstInfo))),
    attribute(OID.signingCertificateV2, await signingCertificate(signer)),
  ]
  const encapContentInfo = new EncapsulatedContentInfo({ eContentType: OID.tstInfo })
  // Assigned, not passed: the constructor splits it into pieces, as BER may and DER may not.
  encapContentInfo.eContent = new OctetString({ valueHex: tstInfo })
  const signerInfo = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer, serialNumber }),
    signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes: inDerOrder(attributes) }),
  })
  const signedData = new SignedData({
    version: 3,
    encapContentInfo,
    signerInfos: [signerInfo],
    ...(withCertificates && { certificates: [...certificates].sort(byOctets).map(certificateOf) }),
  })
  // The engine is named here: pkijs's global one is whatever the last library in the page set.
  await signedData.sign(key, 0, 'SHA-256', undefined, new CryptoEngine({ crypto }))
  // RFC 4055 §5: the parameters are NULL; pkijs leaves them out.
  signerInfo.signatureAlgorithm = new AlgorithmIdentifier({
    algorithmId: OID.sha256WithRsa,
    algorithmParams: new Null(),
  })
  const content = new ContentInfo({
    contentType: OID.signedData,
    content: signedData.toSchema(true),
  })
  return new Uint8Array(content.toSchema().toBER())
}

const certificateOf = (octets: Uint8Array): Certificate => Certificate.fromBER(unshared(octets))

const attribute = (type: string, value: Octets): Attribute =>
  new Attribute({ type, values: [fromBER(value).result] })

/** X.690 §11.6: pkijs keeps the order it is given. */
const inDerOrder = (attributes: readonly Attribute[]): Attribute[] =>
  attributes
    .map((each) => ({ each, octets: new Uint8Array(each.toSchema().toBER()) }))
    .sort((a, b) => byOctets(a.octets, b.octets))
    .map(({ each }) => each)
