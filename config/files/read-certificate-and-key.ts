import { createPrivateKey } from 'node:crypto'
import { ConfigurationError } from '../configuration-error.js'
import { LONGEST_PEM, readCertificates } from './read-certificates.js'
import { readGuardedFile } from './read-guarded-file.js'

/** The two files, by the variable that names each. */
type Named = {
  readonly certificate: readonly [name: string, path: string]
  readonly key: readonly [name: string, path: string]
}

/**
 * Reads what one end of a connection shows: a certificate chain (leaf first) and its private key, as PEM.
 *
 * That the certificate has ended is no error: the other end says so better than a process that does not start.
 *
 * @throws {@link ConfigurationError} when a file cannot be read or is not what it should be, when the key
 *   is another certificate's, or may be read by others than its owner and group.
 */
export function readCertificateAndKey({ certificate, key: [keyName, keyPath] }: Named): {
  readonly certificate: string
  readonly key: string
  readonly ends: Date
} {
  const { pem, certificates } = readCertificates(...certificate)
  const key = readGuardedFile(keyName, keyPath, LONGEST_PEM)
  const [leaf] = certificates
  if (leaf?.checkPrivateKey(privateKeyOf(keyName, key)) !== true) {
    throw new ConfigurationError(`${keyName}: is not the key of the first certificate`)
  }
  return { certificate: pem, key, ends: new Date(leaf.validTo) }
}

function privateKeyOf(name: string, pem: string) {
  try {
    return createPrivateKey(pem)
  } catch {
    throw new ConfigurationError(`${name}: does not hold a private key in PEM without a passphrase`)
  }
}
