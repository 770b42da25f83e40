import type { HeartbeatStore } from '#server/domain/heartbeats.js'
import type { PendingJobs } from '#server/domain/pending-jobs.js'
import type { Clock } from '#server/domain/ports.js'
import type { Logger } from '#server/observability/logger.js'
import type { SequencerState } from './log/sequence-log.js'
import { repeat, type Repetition } from './repeat.js'

const BEAT_MS = 5000

/**
 * Says every few seconds how this process is (collection `heartbeats`, docs/storage.md), so that no
 * port needs to be open for it. Silence means that it is gone, or that MongoDB is.
 */
export function heartbeat({
  worker,
  sequencer,
  heartbeats,
  pending,
  clock,
  log,
}: {
  readonly worker: string
  readonly sequencer: Readonly<SequencerState>
  readonly heartbeats: Pick<HeartbeatStore, 'beat'>
  readonly pending: Pick<PendingJobs, 'backlog'>
  readonly clock: Clock
  readonly log: Logger
}): Repetition {
  return repeat(async () => {
    try {
      const at = clock.now()
      const { overdue, oldest = null } = await pending.backlog(at)
      const { state, fault } = sequencer
      const healthy = state !== 'failed'
      await heartbeats.beat({ worker, at, healthy, sequencer: state, fault, overdue, oldest })
    } catch (error) {
      log.error('worker.failed', { worker }, error)
    }
    return BEAT_MS
  })
}
