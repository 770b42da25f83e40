/**
 * What each certificate of a chain must be, apart from signatures: the strict profile of this
 * network over RFC 5280 §6.1. Where RFC 5280 leaves room, the narrower reading holds.
 *
 * @packageDocumentation
 */
import { equalBytes } from '../bytes/bytes.js'
import { CryptoError } from '../errors.js'
import type { CertificateSyntax } from './certificate-syntax.js'
import { USAGE } from './extensions.js'
import { OID } from './oid.js'
import { type LeafRole, purposeOf } from './role.js'

/** §6.1.3 (a)(2): the moment lies in the validity, both ends included (§4.1.2.5). */
export function requireValid({ notBefore, notAfter }: CertificateSyntax, at: Date): void {
  // Written so that an invalid Date fails too. notAfter names a second, which counts to its end.
  if (!(at >= notBefore && at.getTime() < notAfter.getTime() + 1000)) {
    throw new CryptoError('pki/validity', 'a certificate that is not valid at that moment')
  }
}

/** §6.1.4 (o) and §6.1.5 (f): a critical extension nobody here interprets ends the path. */
export function requireKnown({ extensions }: CertificateSyntax): void {
  if (extensions.unknownCritical.length > 0) {
    throw new CryptoError('pki/usage', 'a critical extension that is not understood')
  }
}

/**
 * An issuer, with `below` intermediate certificates between it and the leaf.
 *
 * §6.1.4 (k): basicConstraints with cA. §4.2.1.9: critical. §6.1.4 (m): the path length. §6.1.4 (n):
 * keyCertSign; §4.2.1.3: keyUsage is critical and present. §4.2.1.12: an extendedKeyUsage of an
 * issuer, where there is one, must include what the leaf is for.
 */
export function requireIssuer(issuer: CertificateSyntax, below: number, role: LeafRole): void {
  const { basicConstraints, keyUsage, extendedKeyUsage } = issuer.extensions
  if (basicConstraints?.ca !== true || !basicConstraints.critical) {
    throw new CryptoError('pki/usage', 'an issuer that is not a certificate authority')
  }
  if (basicConstraints.pathLength !== undefined && below > basicConstraints.pathLength) {
    throw new CryptoError('pki/chain', 'more certificates below an issuer than it allows')
  }
  if (keyUsage?.critical !== true || (keyUsage.bits & USAGE.keyCertSign) === 0) {
    throw new CryptoError('pki/usage', 'an issuer whose key may not sign certificates')
  }
  const purposes = extendedKeyUsage?.purposes ?? [OID.anyExtendedKeyUsage]
  if (!purposes.includes(OID.anyExtendedKeyUsage) && !purposes.includes(purposeOf(role))) {
    throw new CryptoError('pki/usage', 'an issuer that may not issue for this purpose')
  }
}

/**
 * The last certificate: a signing key of its role and of no other. §4.2.1.3: digitalSignature, with
 * contentCommitment at most. §4.2.1.12 and RFC 3161 §2.3: exactly one purpose, critical for
 * time-stamps.
 */
export function requireLeaf(leaf: CertificateSyntax, role: LeafRole): void {
  const { basicConstraints, keyUsage, extendedKeyUsage } = leaf.extensions
  if (basicConstraints?.ca === true) {
    throw new CryptoError('pki/usage', 'a certificate authority where a leaf belongs')
  }
  const allowed = USAGE.digitalSignature | USAGE.contentCommitment
  const bits = keyUsage?.critical === true ? keyUsage.bits : 0
  if ((bits & USAGE.digitalSignature) === 0 || (bits & ~allowed) !== 0) {
    throw new CryptoError('pki/usage', 'a key that is not for signatures alone')
  }
  const [purpose, ...others] = extendedKeyUsage?.purposes ?? []
  const mustBeCritical = role === 'timestamp'
  if (purpose !== purposeOf(role) || others.length > 0) {
    throw new CryptoError('pki/usage', `a certificate that is not for the role ${role} alone`)
  }
  if (mustBeCritical && extendedKeyUsage?.critical !== true) {
    throw new CryptoError('pki/usage', 'a time-stamping purpose that is not critical')
  }
}

/**
 * §6.1.3 (a)(4): the issuer's name is the next subject's, compared as encoded (§7.1 would fold case
 * and space; one spelling is enough). §4.2.1.1: key identifiers, where both have one, agree.
 */
export function isNamedBy(certificate: CertificateSyntax, issuer: CertificateSyntax): boolean {
  const wanted = certificate.extensions.authorityKeyIdentifier
  const offered = issuer.extensions.subjectKeyIdentifier
  const isKey = wanted === undefined || offered === undefined || equalBytes(wanted, offered)
  return isKey && equalBytes(certificate.issuer, issuer.subject)
}
