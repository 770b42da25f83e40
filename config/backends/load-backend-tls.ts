import { ConfigurationError } from '../configuration-error.js'
import { readCertificateAndKey } from '../files/read-certificate-and-key.js'
import { readCertificates } from '../files/read-certificates.js'
import type { Backend, Config } from '../schema.js'

/** PEM, by the names that `node:tls` and the drivers know. */
export type BackendTls = {
  /** With it nothing else is trusted. */
  readonly ca?: string
  /** Shown to the backend: a chain, leaf first. */
  readonly cert?: string
  readonly key?: string
  /** When the certificate ends that is shown. */
  readonly ends?: Date
}

/**
 * Whom the connections to one backend trust and what they show of themselves, as its files are now.
 *
 * @throws {@link ConfigurationError} when a file cannot be read or is not what it should be, when the key
 *   is another certificate's, or may be read by others than its owner and group.
 */
export function loadBackendTls(
  { backendTls }: Pick<Config, 'backendTls'>,
  backend: Backend,
): BackendTls {
  const { authorities, certificate, key } = backendTls[backend]
  return {
    ...(authorities !== '' && { ca: trusted(`${backend}_TLS_AUTHORITIES`, authorities) }),
    ...(certificate !== '' &&
      shown({
        certificate: [`${backend}_TLS_CERTIFICATE`, certificate],
        key: [`${backend}_TLS_KEY`, key],
      })),
  }
}

function shown(named: Parameters<typeof readCertificateAndKey>[0]): BackendTls {
  const { certificate: cert, key, ends } = readCertificateAndKey(named)
  return { cert, key, ends }
}

/** Authorities, or the certificate of the backend itself where it has signed that itself. */
function trusted(name: string, path: string): string {
  const { pem, certificates } = readCertificates(name, path)
  if (certificates.every((one) => one.ca || one.checkIssued(one))) return pem
  throw new ConfigurationError(
    `${name}: holds a certificate that is neither an authority’s nor self-signed`,
  )
}
