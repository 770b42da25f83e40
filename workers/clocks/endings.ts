import type { WarnOfEndings } from '#server/domain/endings/warn-of-endings.js'
import type { Logger } from '#server/observability/logger.js'
import type { Processor } from '../processor.js'

/** Notices of what ends soon; the operator finds each in the log as well. */
export const endings =
  (warnOfEndings: WarnOfEndings, log: Pick<Logger, 'warn'>): Processor<'clocks.endings'> =>
  async () => {
    for (const notice of await warnOfEndings()) {
      const { authority, what: reason, of: kid, warning: count } = notice
      log.warn('keys.expiring', { authority, reason, kid, count })
    }
  }
