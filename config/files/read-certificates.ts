import { X509Certificate } from 'node:crypto'
import { ConfigurationError } from '../configuration-error.js'
import { readBoundedFile } from './read-bounded-file.js'

/** Octets of a chain, of its key, or of the authorities of a State: some dozens of certificates. */
export const LONGEST_PEM = 256 * 1024
const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g
const BEGINNING = /-----BEGIN CERTIFICATE-----/g

/**
 * Reads a file of certificates in PEM, one at least.
 *
 * @param name - the variable that names the file.
 * @throws {@link ConfigurationError} when it cannot be read, is too long, or holds anything but whole certificates.
 */
export function readCertificates(
  name: string,
  path: string,
): { readonly pem: string; readonly certificates: readonly X509Certificate[] } {
  const pem = readBoundedFile(name, path, LONGEST_PEM)
  try {
    const certificates = [...pem.matchAll(CERTIFICATE)].map(([one]) => new X509Certificate(one))
    // One that begins and does not end: somebody is writing the file, and clients of what follows would be cut off.
    const begun = [...pem.matchAll(BEGINNING)].length
    if (certificates.length > 0 && certificates.length === begun) return { pem, certificates }
  } catch {
    // Said below: the same is wrong with it.
  }
  throw new ConfigurationError(`${name}: does not hold certificates in PEM, each of them whole`)
}
