import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { ConfigurationError } from './configuration-error.js'
import { readGuardedFile } from './read-guarded-file.js'

/** Where they lie. */
export type TlsPaths = {
  readonly certificate: string
  readonly key: string
  /** Undefined: nobody is asked for a certificate. */
  readonly clientAuthorities: string | undefined
}
/** What a listener of TLS shows and demands, as PEM. */
export type TlsFiles = TlsPaths & {
  /** When the certificate ends. */
  readonly ends: Date
}

/** A chain, or the authorities of a State: some dozens of certificates. */
const LONGEST = 256 * 1024
const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g
const BEGINNING = /-----BEGIN CERTIFICATE-----/g

/**
 * Reads certificate chain (leaf first), private key and the authorities of clients.
 *
 * That a certificate has ended is no error: clients say so better than a relay that does not start.
 *
 * @throws {@link ConfigurationError} when a file cannot be read or is not what it should be, when the key
 *   is another certificate's, or may be read by others than its owner and group.
 */
export function loadTlsFiles(paths: TlsPaths): TlsFiles {
  const certificate = readText('TLS_CERTIFICATE', paths.certificate)
  const [leaf] = certificatesOf('TLS_CERTIFICATE', certificate)
  const key = readGuardedFile('TLS_KEY', paths.key, LONGEST)
  if (leaf?.checkPrivateKey(privateKeyOf(key)) !== true) {
    throw new ConfigurationError('TLS_KEY: is not the key of the first certificate')
  }
  return {
    ...{ certificate, key, ends: new Date(leaf.validTo) },
    clientAuthorities: paths.clientAuthorities && authoritiesOf(paths.clientAuthorities),
  }
}

function authoritiesOf(path: string): string {
  const text = readText('TLS_CLIENT_AUTHORITIES', path)
  if (certificatesOf('TLS_CLIENT_AUTHORITIES', text).every(({ ca }) => ca)) return text
  throw new ConfigurationError('TLS_CLIENT_AUTHORITIES: holds a certificate of no authority')
}

function readText(name: string, path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new ConfigurationError(`${name}: ${path} is not a file that can be read`)
  }
}

function certificatesOf(name: string, text: string): X509Certificate[] {
  try {
    const found = [...text.matchAll(CERTIFICATE)].map(([pem]) => new X509Certificate(pem))
    // One that begins and does not end: somebody is writing the file, and clients of what follows would be cut off.
    const begun = [...text.matchAll(BEGINNING)].length
    if (found.length > 0 && found.length === begun) return found
  } catch {
    // Said below: the same is wrong with it.
  }
  throw new ConfigurationError(`${name}: does not hold certificates in PEM, each of them whole`)
}

function privateKeyOf(pem: string) {
  try {
    return createPrivateKey(pem)
  } catch {
    throw new ConfigurationError('TLS_KEY: does not hold a private key in PEM without a passphrase')
  }
}
