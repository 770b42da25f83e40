import { ConfigurationError } from '#config/configuration-error.js'
import type { TlsFiles } from '#config/files/load-tls-files.js'
import type { Logger } from './observability/logger.js'

export type KeptTls = {
  /** Looks at the files now. Never throws. */
  renew(): void
  /** When the certificate that is shown ends. */
  ends(): Date
  stop(): void
}

/** Whoever renews a certificate writes several files; what is between them does no harm. */
const EVERY_MS = 10_000

/**
 * Shows a renewed certificate to whoever connects next, so that nothing has to be restarted: the files are
 * read again every ten seconds, and whenever it is asked for.
 *
 * What cannot be used, such as a certificate whose key is not there yet, leaves the one before in force and
 * is said once.
 *
 * @param shown - what is in force at the beginning.
 * @param load - throws `ConfigurationError`.
 */
export function keepTls({
  shown,
  load,
  present,
  log,
  everyMs = EVERY_MS,
}: {
  readonly shown: TlsFiles
  readonly load: () => TlsFiles
  readonly present: (files: TlsFiles) => void
  readonly log: Pick<Logger, 'error' | 'info'>
  readonly everyMs?: number
}): KeptTls {
  let current = shown
  let said: string | undefined

  function renew(): void {
    try {
      const found = load()
      if (!isSame(found, current)) {
        present(found)
        current = found
        log.info('tls.renewed')
      }
      said = undefined
    } catch (error) {
      const reason = error instanceof ConfigurationError ? error.message : 'OpenSSL'
      // The name of the variable is all of it that a log may hold.
      if (reason !== said) log.error('tls.unusable', { reason: reason.split(':')[0] ?? '-' }, error)
      said = reason
    }
  }

  const turns = setInterval(renew, everyMs)
  turns.unref()
  return { renew, ends: () => current.ends, stop: () => clearInterval(turns) }
}

const isSame = (one: TlsFiles, other: TlsFiles): boolean =>
  one.certificate === other.certificate &&
  one.key === other.key &&
  one.clientAuthorities === other.clientAuthorities
