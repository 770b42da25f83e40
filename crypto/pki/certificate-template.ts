/**
 * The signed part of a certificate, built with node-forge.
 *
 * @packageDocumentation
 */
import forge from 'node-forge'
import { toHex } from '../bytes/bytes.js'
import { CryptoError } from '../errors.js'
import type { PublicJwk } from '../keys/key.js'
import { malformed, type Octets } from './der/read-der.js'
import { implicit } from './der/tag.js'
import { der, octetString, oid, sequence } from './der/write-der.js'
import { derOf, toForge, treeOf } from './forge-bytes.js'
import { honest } from './name.js'
import { OID } from './oid.js'
import { type LeafRole, partyUri, purposeOf, requireParty, type Role } from './role.js'
import { spkiOf } from './public-key.js'

export type Validity = { readonly notBefore: Date; readonly notAfter: Date }

export type Template = Validity & {
  readonly role: Role
  readonly party?: string
  readonly subject: forge.pki.CertificateField[]
  /** The issuer's name as it is encoded there. */
  readonly issuer?: Octets
  readonly jwk: PublicJwk
  /** Key identifier of the issuer, as `keyIdentifierOf` gives it. */
  readonly issuerKeyIdentifier: Uint8Array
}

// A root issues intermediates and leaves; an intermediate issues leaves only.
const PATH_LENGTH = { root: 1, intermediate: 0 } as const

/** DER of the TBSCertificate, to be signed with SHA-256 and RSA. */
export async function tbsCertificate(template: Template): Promise<Octets> {
  const certificate = forge.pki.createCertificate()
  certificate.serialNumber = freshSerial()
  certificate.validity = {
    notBefore: wholeSecond(template.notBefore),
    notAfter: wholeSecond(template.notAfter),
  }
  if (!(certificate.validity.notAfter > certificate.validity.notBefore)) {
    throw new CryptoError('pki/validity', 'a validity that ends before it begins')
  }
  certificate.setSubject(template.subject)
  certificate.setIssuer(template.subject)
  certificate.publicKey = PLACEHOLDER
  certificate.siginfo.algorithmOid = OID.sha256WithRsa
  certificate.setExtensions([
    ...usageOf(template),
    {
      id: OID.subjectKeyIdentifier,
      value: toForge(octetString(await keyIdentifierOf(template.jwk))),
    },
    {
      id: OID.authorityKeyIdentifier,
      value: toForge(sequence(der(implicit(0), template.issuerKeyIdentifier))),
    },
  ])
  return derOf(withOctets(forge.pki.getTBSCertificate(certificate), template))
}

// forge knows RSA keys only, and writes none of ours: see below.
const PLACEHOLDER = forge.pki.setRsaPublicKey(
  new forge.jsbn.BigInteger('3'),
  new forge.jsbn.BigInteger('3'),
)

/**
 * Puts key and issuer's name in, octet by octet. Through forge's own attributes a name outside ASCII
 * would be encoded as UTF-8 twice, and the chain would break.
 */
function withOctets(tbs: forge.asn1.Asn1, { issuer, jwk }: Template): forge.asn1.Asn1 {
  if (typeof tbs.value === 'string') return tbs
  // RFC 5280 §4.1: version, serial number, signature, issuer, validity, subject, then the key.
  const value = tbs.value.with(6, treeOf(spkiOf(jwk)))
  return { ...tbs, value: issuer === undefined ? value : value.with(3, treeOf(issuer)) }
}

/** Country, if any, and common name: the name is for people, the party stands in the SAN. */
export function subjectOf(name: string, state?: string): forge.pki.CertificateField[] {
  if (name.length === 0 || name.length > 64 || honest(name).trim() !== name) {
    throw new CryptoError('pki/name', 'a name of 1 to 64 characters without space around it')
  }
  if (state !== undefined && !/^[A-Z]{2}$/.test(state)) {
    throw new CryptoError('pki/name', 'a State other than two capital letters')
  }
  const utf8 = forge.asn1.Type.UTF8 as unknown as forge.asn1.Class
  return [
    ...(state === undefined ? [] : [{ name: 'countryName', value: state }]),
    { name: 'commonName', value: name, valueTagClass: utf8 },
  ]
}

/** RFC 7093 §2 method 1: the leftmost 160 bits of SHA-256 over the key, without SHA-1. */
export async function keyIdentifierOf(jwk: PublicJwk): Promise<Octets> {
  const digest = await crypto.subtle.digest('SHA-256', spkiOf(jwk))
  return new Uint8Array(digest, 0, 20)
}

function usageOf({ role, party }: Template): object[] {
  if (role === 'root' || role === 'intermediate') {
    return [
      { name: 'basicConstraints', critical: true, cA: true, pathLenConstraint: PATH_LENGTH[role] },
      { name: 'keyUsage', critical: true, keyCertSign: true, cRLSign: true },
    ]
  }
  return [
    { name: 'basicConstraints', critical: true, cA: false },
    { name: 'keyUsage', critical: true, digitalSignature: true },
    {
      id: OID.extendedKeyUsage,
      critical: true,
      value: toForge(sequence(oid(purposeOf(role)))),
    },
    subjectAltName(role, party),
  ]
}

/** SubjectAltName with the party's URI and nothing else (GeneralName type 6). */
function subjectAltName(role: LeafRole, party: string | undefined): object {
  if (party === undefined) throw malformed('a leaf that names no party')
  return {
    name: 'subjectAltName',
    altNames: [{ type: 6, value: partyUri(role, requireParty(party)) }],
  }
}

/** 128 random bits behind a leading 01: positive, never padded, 17 octets of the 20 allowed. */
export const freshSerial = (): string => `01${toHex(crypto.getRandomValues(new Uint8Array(16)))}`

function wholeSecond(at: Date): Date {
  const time = Math.floor(at.getTime() / 1000) * 1000
  // RFC 5280 §4.1.2.5 ends with the year 9999; UTCTime begins with 1950.
  if (!(time >= Date.UTC(1950, 0, 1) && time < Date.UTC(10_000, 0, 1))) {
    throw malformed('a moment outside the years 1950 to 9999')
  }
  return new Date(time)
}
