import { type ConnectionOptions, createSecureContext } from 'node:tls'
import type { BackendTls } from '#config/backends/load-backend-tls.js'

/** How connections to a backend speak TLS; empty where nothing was named for it. */
export type TlsTowards = Pick<ConnectionOptions, 'secureContext'>

/**
 * What connections trust and show of themselves, in a form that drivers can be given once: they keep it, and what
 * it holds changes. Node asks a context that comes from outside for its `context`, at the handshake of each connection.
 *
 * @throws an error of OpenSSL for what is no certificate or key.
 */
export function renewableContext(files: BackendTls): {
  readonly options: TlsTowards
  /** Whoever connects from now on trusts and shows these. Connections that stand go on. */
  readonly present: (renewed: BackendTls) => void
} {
  // A real one: mongoose copies whatever else it is given, and a copy would not change.
  const holder = createSecureContext(files)
  let current: unknown = holder.context
  Object.defineProperty(holder, 'context', { get: () => current })
  const isNamed = files.ca !== undefined || files.cert !== undefined
  return {
    options: isNamed ? { secureContext: holder } : {},
    present(renewed) {
      current = createSecureContext(renewed).context
    },
  }
}
