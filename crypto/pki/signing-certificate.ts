import { sha256 } from '../bytes/sha256.js'
import type { Octets } from './der/read-der.js'
import { octetString, sequence } from './der/write-der.js'

/** SigningCertificateV2 (RFC 5035 §3) for one certificate, by SHA-256 (the DEFAULT, so left out in DER). */
export const signingCertificate = async (certificate: Uint8Array): Promise<Octets> =>
  sequence(sequence(sequence(octetString(await sha256(certificate)))))
