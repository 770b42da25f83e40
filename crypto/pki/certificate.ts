import { toBase64, toHex } from '../bytes/bytes.js'
import { type CertificateSyntax, readCertificateSyntax } from './certificate-syntax.js'
import { toPem } from './pem.js'
import { type Role, roleOf } from './role.js'
import { sha256Now } from './sha256-now.js'

/** A certificate as the rest of Rogatory sees it. */
export type Certificate = {
  readonly pem: string
  readonly der: Uint8Array
  /** Standard base64 of the DER, as the `x5c` header has it (RFC 7515 §4.1.6). */
  readonly x5c: string
  /** RFC 4514, for people. Decisions are taken on `party`. */
  readonly subject: string
  /** Lower-case hex of the serial number's magnitude. */
  readonly serial: string
  readonly notBefore: Date
  readonly notAfter: Date
  readonly role: Role
  /** The authority, relay or time-stamping authority that the SAN names. */
  readonly party?: string
  /** Lower-case hex SHA-256 of the DER. */
  readonly fingerprint: string
}

// Of one decoded form it is told once: a root ends every chain of a bundle.
const told = new WeakMap<CertificateSyntax, Certificate>()

/** What people and stores need of a decoded certificate. */
export function certificateOf(syntax: CertificateSyntax): Certificate {
  const certificate = told.get(syntax) ?? tell(syntax)
  told.set(syntax, certificate)
  return certificate
}

function tell(syntax: CertificateSyntax): Certificate {
  const { der, serial, notBefore, notAfter, subjectText } = syntax
  return {
    pem: toPem('CERTIFICATE', der),
    der,
    x5c: toBase64(der),
    subject: subjectText,
    serial,
    notBefore,
    notAfter,
    ...roleOf(syntax),
    fingerprint: toHex(sha256Now(der)),
  }
}

// Roots are few, live as long as the process and stand at the end of every chain.
const decoded = new WeakMap<Certificate, CertificateSyntax>()

/**
 * The decoded form of a certificate that is held for long, as trust-list roots are. Decoded once
 * for each object; keyed by the object, so that nothing a stranger sends can name an entry.
 */
export function syntaxOf(certificate: Certificate): CertificateSyntax {
  const known = decoded.get(certificate)
  if (known !== undefined) return known
  const syntax = readCertificateSyntax(certificate.der)
  decoded.set(certificate, syntax)
  return syntax
}
