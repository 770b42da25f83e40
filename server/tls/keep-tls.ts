import { ConfigurationError } from '#config/configuration-error.js'
import type { Logger } from '../observability/logger.js'

export type KeptTls<F> = {
  /** Looks at the files now. Never throws. */
  renew(): void
  /** What is in force. */
  current(): F
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
 * @param service - the backend whose connections it is for; left out: clients of the relay.
 */
export function keepTls<F>({
  shown,
  load,
  present,
  log,
  service,
  everyMs = EVERY_MS,
}: {
  readonly shown: F
  readonly load: () => F
  readonly present: (files: F) => void
  readonly log: Pick<Logger, 'error' | 'info'>
  readonly service?: string
  readonly everyMs?: number
}): KeptTls<F> {
  const whose = service === undefined ? {} : { service }
  let current = shown
  let said: string | undefined

  function renew(): void {
    try {
      const found = load()
      if (!isSame(found, current)) {
        present(found)
        current = found
        log.info('tls.renewed', whose)
      }
      said = undefined
    } catch (error) {
      const reason = error instanceof ConfigurationError ? error.message : 'OpenSSL'
      if (reason !== said) log.error('tls.unusable', { ...whose, reason: nameIn(reason) }, error)
      said = reason
    }
  }

  const turns = setInterval(renew, everyMs)
  turns.unref()
  return { renew, current: () => current, stop: () => clearInterval(turns) }
}

/** Texts and moments. */
const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** Of the variable: all of it that a log may hold. */
const nameIn = (reason: string): string => reason.split(':')[0] ?? '-'
