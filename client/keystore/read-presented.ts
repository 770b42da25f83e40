import { readFile } from 'node:fs/promises'
import { ClientError } from '../core/client-error.js'
import {
  type PresentedCertificate,
  presentedCertificate,
} from '../core/enrolment/presented-certificate.js'

/**
 * Reads the files that a certificate authority has delivered.
 *
 * @param key - PKCS#8 in PEM, in plain or under the passphrase.
 * @throws {@link ClientError} `file-unreadable`; else as {@link presentedCertificate}.
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
  const octets = await readFile(path).catch(() => {
    throw new ClientError('file-unreadable', `cannot read ${path}`, 'Check the path.')
  })
  return new Uint8Array(octets)
}
