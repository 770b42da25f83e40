import type { Problem } from '../contract/problems.js'
import { clientEvents } from '../contract/socket-events.js'
import type { Caller } from '../contract/wire.js'
import type { ConfirmNotice } from '../domain/packages/confirm-notice.js'
import { Refusal } from '../domain/errors.js'
import type { Logger } from '../observability/logger.js'

type Parts = {
  readonly confirmNotice: ConfirmNotice
  readonly explain: (error: unknown) => Problem
  readonly log: Logger
}

/** One client's confirmations under way at a time, beyond which it is told to wait. */
const AT_ONCE = 32

/** Handles `notified`: acknowledged with `{ ok: true }` once it is durable, or with a problem. */
export function confirmNotices(caller: Caller, { confirmNotice, explain, log }: Parts) {
  let underWay = 0

  async function confirm(message: unknown): Promise<{ ok: true } | Problem> {
    const parsed = clientEvents.notified.safeParse(message)
    try {
      if (!parsed.success)
        throw new Refusal('malformed-request', 'the digest of evidence is needed')
      if (underWay >= AT_ONCE) throw new Refusal('unavailable', 'one after the other, please')
      underWay += 1
      await confirmNotice(caller, parsed.data.digest).finally(() => (underWay -= 1))
      return { ok: true }
    } catch (error) {
      if (!(error instanceof Refusal)) {
        log.error('socket.fault', { authority: caller.authority }, error)
      }
      return explain(error)
    }
  }

  return (message: unknown, acknowledge: unknown): void => {
    void confirm(message).then((answer) => {
      if (typeof acknowledge === 'function') (acknowledge as (answer: unknown) => void)(answer)
    })
  }
}
