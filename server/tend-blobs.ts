import { setTimeout as sleep } from 'node:timers/promises'
import type { LeaseStore } from './domain/log/ports.js'
import type { Logger } from './observability/logger.js'

/** Who has just started serves first. */
const FIRST_MS = 60_000
const DUTY = 'blobs'

/**
 * Deletes what is not to stay, again and again: uploads that came to nothing, and the content of packages
 * whose time is over. The relay does it, since it is the relay that has the blobs; one process at a time.
 *
 * @param process - names this process.
 * @param expire - a round of `expireUnsubmitted`.
 * @param deleteDue - a round of `deleteContents`.
 */
export function tendBlobs({
  leases,
  process,
  log,
  intervalMs,
  expire,
  deleteDue,
}: {
  readonly leases: LeaseStore
  readonly process: string
  readonly log: Pick<Logger, 'error' | 'info'>
  readonly intervalMs: number
  readonly expire: () => Promise<number>
  readonly deleteDue: () => Promise<number>
}): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  const pause = (ms: number) => sleep(ms, undefined, { signal }).catch(() => undefined)

  async function turn(): Promise<void> {
    try {
      // Two at once, one of them halted for longer than its lease, do no harm: see the ports.
      if ((await leases.take(DUTY, process, 2 * intervalMs)) === undefined) return
      const expired = await expire()
      if (expired > 0) log.info('uploads.expired', { count: expired })
      const deleted = await deleteDue()
      if (deleted > 0) log.info('retention.done', { count: deleted })
    } catch (error) {
      log.error('retention.failed', {}, error)
    }
  }

  const turns = (async () => {
    await pause(Math.min(FIRST_MS, intervalMs))
    while (!signal.aborted) {
      await turn()
      await pause(intervalMs)
    }
  })()
  return {
    async stop() {
      stopping.abort()
      await turns
      await leases.release(DUTY, process).catch(() => undefined)
    },
  }
}
