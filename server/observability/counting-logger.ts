import type { Logger } from './logger.js'
import type { Meters } from './meters.js'

/** The same logger, whose warnings and errors are counted: an alarm need not read lines. */
export const countingLogger = (log: Logger, meters: Pick<Meters, 'logged'>): Logger => ({
  ...log,
  warn(event, fields) {
    meters.logged(event, 'warn')
    log.warn(event, fields)
  },
  error(event, fields, error) {
    meters.logged(event, 'error')
    log.error(event, fields, error)
  },
})
