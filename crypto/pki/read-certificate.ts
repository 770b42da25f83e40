import { readCertificateSyntax, MAX_CERTIFICATE_BYTES } from './certificate-syntax.js'
import { type Certificate, certificateOf } from './certificate.js'
import { malformed } from './der/read-der.js'
import { fromPem, strictBase64 } from './pem.js'

/**
 * Reads one certificate from PEM, DER octets or `x5c` text (standard base64 of DER).
 *
 * Reading is not believing: nothing is verified here but form and strength. See `verifyChain`.
 *
 * @throws {@link CryptoError} `pki/malformed` for anything but strict DER of at most 16 KiB;
 *   `pki/weak` for a key other than RSA from 3072 to 8192 bits with exponent 65537 or on P-256 or
 *   P-384, or a signature with less than SHA-256; `pki/name` for a deceptive name; `pki/usage` for a certificate without
 *   a role in this network.
 *
 * @example
 * ```ts
 * const { party, fingerprint } = readCertificate(await readFile('authority.pem', 'utf8'))
 * ```
 */
export function readCertificate(certificate: string | Uint8Array): Certificate {
  return certificateOf(readCertificateSyntax(certificateOctets(certificate)))
}

function certificateOctets(certificate: string | Uint8Array): Uint8Array {
  if (typeof certificate !== 'string') return certificate
  return certificate.trimStart().startsWith('-----')
    ? fromPem('CERTIFICATE', certificate, MAX_CERTIFICATE_BYTES)
    : fromX5c(certificate)
}

/** The octets of one member of `x5c`. */
export function fromX5c(text: string): Uint8Array<ArrayBuffer> {
  if (text.length > 2 * MAX_CERTIFICATE_BYTES) throw malformed('longer than a certificate may be')
  return strictBase64(text)
}
