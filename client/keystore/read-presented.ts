import { readFile } from 'node:fs/promises'
import {
  type PresentedCertificate,
  presentedCertificate,
} from '../core/enrolment/presented-certificate.js'
import { cannotRead } from '../files/cannot-read.js'

/**
 * Reads the files that a certificate authority has delivered.
 *
 * @param key - PKCS#8 in PEM, in plain or under the passphrase.
 * @throws ClientError `file-unreadable`; else as {@link presentedCertificate}.
 */
export async function readPresented(
  certificate: string,
  key: string | undefined,
  passphrase: () => Promise<string>,
): Promise<PresentedCertificate> {
  const octets = await octetsAt(certificate)
  const keyOctets = key === undefined ? undefined : await octetsAt(key)
  return presentedCertificate(
    { certificate: octets, key: keyOctets, name: certificate },
    passphrase,
  )
}

const octetsAt = async (path: string) => {
  const octets = await readFile(path).catch(cannotRead(path))
  return new Uint8Array(octets)
}
