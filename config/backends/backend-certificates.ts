import { X509Certificate } from 'node:crypto'
import { loadBackendTls } from './load-backend-tls.js'
import type { Backend, Config } from '../schema.js'

/**
 * When each certificate ends that is shown to a backend: the files are read once, so after that a process is let in
 * nowhere until it is started again with a renewed one.
 *
 * @throws `ConfigurationError` as {@link loadBackendTls}.
 */
export function backendCertificates(
  config: Pick<Config, 'backendTls'>,
): readonly { readonly backend: string; readonly ends: Date }[] {
  return (Object.keys(config.backendTls) as Backend[]).flatMap((backend) => {
    const { cert } = loadBackendTls(config, backend)
    if (cert === undefined) return []
    return [{ backend: backend.toLowerCase(), ends: new Date(new X509Certificate(cert).validTo) }]
  })
}
