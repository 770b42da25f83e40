import type { LogStore } from '#server/domain/log/ports.js'

/** What waits in a relay without workers: one clock that nobody has judged. */
export const memoryOperations = (log: Pick<LogStore, 'newestCheckpoint'>) => ({
  jobs: {
    ages: (now: Date) =>
      Promise.resolve([
        { name: 'clocks.expiry', overdue: 1, oldest: new Date(now.getTime() - 60_000), refused: 0 },
      ]),
  },
  log: {
    newestCheckpoint: () => log.newestCheckpoint(),
    backlog: () => Promise.resolve({ count: 0, oldest: undefined }),
  },
  heartbeats: { heardSince: () => Promise.resolve([]) },
  deliveries: { undelivered: () => Promise.resolve({ retried: 0, failed: 0 }) },
  deletions: { begun: () => Promise.resolve([]) },
})
