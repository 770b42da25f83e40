import { toBase64 } from '#crypto/bytes/bytes.js'
import { syntaxOf } from '#crypto/pki/certificate.js'
import { explicit, implicit, TAG } from '#crypto/pki/der/tag.js'
import {
  ascii,
  der,
  NULL,
  octetString,
  oid,
  sequence,
  unsignedInteger,
} from '#crypto/pki/der/write-der.js'
import type { CertificateIssuer } from '#crypto/pki/identity.js'
import { keyDigest, nameDigest } from '#crypto/pki/ocsp-answers.js'
import { OID } from '#crypto/pki/oid.js'
import { readCertificate } from '#crypto/pki/read-certificate.js'
import { signedByIssuer } from '#crypto/pki/signed.js'

type Said = {
  readonly thisUpdate: Date
  readonly nextUpdate: Date
  /** Good, unless it was revoked then. */
  readonly revokedAt?: Date
  /** The key was lost then already (RFC 6960 §4.4.5). */
  readonly invalidSince?: Date
}

/** What a certificate authority says of one of its certificates (RFC 6960), base64 of DER. */
export async function sampleOcspResponse(
  x5c: string,
  { certificate, privateKeyPem }: CertificateIssuer,
  { thisUpdate, nextUpdate, revokedAt, invalidSince }: Said,
): Promise<string> {
  const issuer = syntaxOf(certificate)
  const id = sequence(
    sequence(oid(OID.sha1), NULL),
    octetString(await nameDigest('SHA-1', issuer)),
    octetString(await keyDigest('SHA-1', issuer)),
    unsignedInteger(readCertificate(x5c).serial),
  )
  const status = revokedAt ? der(explicit(1), time(revokedAt)) : der(implicit(0))
  const invalidity =
    invalidSince && sequence(oid(OID.invalidityDate), octetString(time(invalidSince)))
  const single = sequence(
    ...[id, status, time(thisUpdate), der(explicit(0), time(nextUpdate))],
    ...(invalidity ? [der(explicit(1), sequence(invalidity))] : []),
  )
  const tbs = sequence(der(explicit(1), issuer.subject), time(thisUpdate), sequence(single))
  const basic = octetString(await signedByIssuer(tbs, privateKeyPem))
  const bytes = sequence(oid(OID.ocspBasic), basic)
  return toBase64(sequence(der(TAG.enumerated, Uint8Array.of(0)), der(explicit(0), bytes)))
}

const time = (at: Date) =>
  der(TAG.generalizedTime, ascii(`${at.toISOString().slice(0, 19).replace(/[-T:]/g, '')}Z`))
