import { type BackendTls, loadBackendTls } from '#config/backends/load-backend-tls.js'
import type { Backend, Config } from '#config/schema.js'
import { keepTls } from './keep-tls.js'
import type { Logger } from '../observability/logger.js'
import { renewableContext, type TlsTowards } from './renewable-context.js'

export type KeptBackendTls = {
  readonly options: Readonly<Record<Backend, TlsTowards>>
  /** When each certificate ends that is shown to a backend now. */
  readonly shown: () => readonly { readonly backend: string; readonly ends: Date }[]
  /** Looks at the files now. Never throws. */
  readonly renew: () => void
  readonly stop: () => void
}

/**
 * How connections to the backends speak TLS, for as long as the process runs: a file that is renewed counts from the
 * next connection on.
 *
 * @throws `ConfigurationError` where a file cannot be used at the beginning; later the one before stays in force.
 */
export function keepBackendTls(
  config: Pick<Config, 'backendTls'>,
  log: Pick<Logger, 'error' | 'info'>,
): KeptBackendTls {
  const all = (Object.keys(config.backendTls) as Backend[]).map((backend) => ({
    backend,
    ...keptTls(config, backend, log),
  }))
  const options = Object.fromEntries(all.map((one) => [one.backend, one.options]))
  return {
    options: options as Record<Backend, TlsTowards>,
    shown: () =>
      all.flatMap(({ backend, kept }) => {
        const ends = kept?.current().ends
        return ends === undefined ? [] : [{ backend: backend.toLowerCase(), ends }]
      }),
    renew() {
      for (const { kept } of all) kept?.renew()
    },
    stop() {
      for (const { kept } of all) kept?.stop()
    },
  }
}

function keptTls(
  config: Pick<Config, 'backendTls'>,
  backend: Backend,
  log: Pick<Logger, 'error' | 'info'>,
) {
  const load = () => loadBackendTls(config, backend)
  const shown = load()
  const { options, present } = renewableContext(shown)
  if (options.secureContext === undefined) return { options, kept: undefined }
  const service = backend.toLowerCase()
  return { options, kept: keepTls<BackendTls>({ shown, load, present, log, service }) }
}
