import { ConfigurationError } from '../configuration-error.js'
import { readCertificateAndKey } from './read-certificate-and-key.js'
import { readCertificates } from './read-certificates.js'

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

/**
 * Reads certificate chain (leaf first), private key and the authorities of clients.
 *
 * @throws {@link ConfigurationError} when a file cannot be read or is not what it should be, when the key
 *   is another certificate's, or may be read by others than its owner and group.
 */
export function loadTlsFiles({ certificate, key, clientAuthorities }: TlsPaths): TlsFiles {
  const shown = readCertificateAndKey({
    certificate: ['TLS_CERTIFICATE', certificate],
    key: ['TLS_KEY', key],
  })
  return { ...shown, clientAuthorities: clientAuthorities && authoritiesOf(clientAuthorities) }
}

function authoritiesOf(path: string): string {
  const { pem, certificates } = readCertificates('TLS_CLIENT_AUTHORITIES', path)
  if (certificates.every(({ ca }) => ca)) return pem
  throw new ConfigurationError('TLS_CLIENT_AUTHORITIES: holds a certificate of no authority')
}
