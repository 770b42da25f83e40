import { LogFault } from '#server/domain/log/log-fault.js'
import type { LeaseStore } from '#server/domain/log/ports.js'
import type { Round } from '#server/domain/log/sequencer.js'
import type { Logger } from '#server/observability/logger.js'
import { repeat, type Repetition } from '../repeat.js'

export const SEQUENCER_DUTY = 'sequencer'
const LEASE_MS = 3000
const RENEW_MS = 1000
const STANDBY_MS = 500
const RETRY_MS = 1000
/** Shortest time between two rounds: so long statements gather for one checkpoint. */
const GATHER_MS = 250

export type SequencerState = {
  /** `failed`: what is stored is not the log that was signed. It does not begin again by itself. */
  state: 'leading' | 'standing-by' | 'failed'
  fault: string | null
}

/**
 * Sequences the log for as long as this process holds the lease; otherwise stands by and takes over
 * within seconds when the holder falls silent.
 *
 * @param round - of `sequencer`.
 * @param intervalMs - `CHECKPOINT_INTERVAL_MS`.
 */
export function sequenceLog({
  round,
  leases,
  holder,
  log,
  intervalMs,
}: {
  readonly round: (epoch: number) => Promise<Round>
  readonly leases: LeaseStore
  readonly holder: string
  readonly log: Logger
  readonly intervalMs: number
}): Repetition & { readonly status: Readonly<SequencerState> } {
  const status: SequencerState = { state: 'standing-by', fault: null }
  let lease: { readonly epoch: number; readonly renewAt: number } | undefined

  async function lead(): Promise<number | undefined> {
    if (lease !== undefined && performance.now() < lease.renewAt) return lease.epoch
    const asked = performance.now()
    const taken = await leases.take(SEQUENCER_DUTY, holder, LEASE_MS)
    const before = lease?.epoch
    lease = taken === undefined ? undefined : { ...taken, renewAt: asked + RENEW_MS }
    const state = taken === undefined ? 'standing-by' : 'leading'
    if (taken !== undefined && taken.epoch !== before) log.info('sequencer.leading', taken)
    else if (state !== status.state) log.info('sequencer.standing-by')
    status.state = state
    return taken?.epoch
  }

  const turns = repeat(async () => {
    const began = performance.now()
    try {
      const epoch = await lead()
      if (epoch === undefined) return STANDBY_MS
      const { outcome, size, leaves, more } = await round(epoch)
      const took = Math.round(performance.now() - began)
      if (outcome === 'published') log.debug('sequencer.published', { size, count: leaves, took })
      // Somebody else sequences: look at the lease before the next round.
      if (outcome === 'overtaken') lease = undefined
      return more ? 0 : Math.max(0, Math.min(GATHER_MS, intervalMs) - took)
    } catch (error) {
      lease = undefined
      if (error instanceof LogFault) {
        Object.assign(status, { state: 'failed', fault: error.code } satisfies SequencerState)
        log.error('sequencer.failed', { code: error.code }, error)
        return undefined
      }
      log.error('sequencer.failed', {}, error)
      return RETRY_MS
    }
  })

  return {
    status,
    async stop() {
      await turns.stop()
      await leases.release(SEQUENCER_DUTY, holder).catch(() => undefined)
    },
  }
}
