import { CryptoError } from '#crypto/errors.js'
import { tileHashReader } from '#crypto/transparency/tile-reader.js'
import { consistencyPath } from '#crypto/transparency/tree.js'
import type { Clock } from '../ports.js'
import { fetchTile } from './fetch-tile.js'
import { keepCosignatures, type WitnessKeys } from './keep-cosignatures.js'
import type { CosignatureStore, LogStore, StoredCheckpoint, Witness } from './ports.js'

/** How one witness fared in one round. `conflict` is what no retry heals: a person must look. */
export type Witnessing = {
  readonly witness: string
  readonly size: number
  readonly outcome: 'cosigned' | 'failed' | 'conflict'
  readonly error?: unknown
}

const FIRST_RETRY_MS = 1000
const LAST_RETRY_MS = 5 * 60_000

type Memory = { size: number; failures: number; until: number }

/**
 * Has the newest checkpoint cosigned by every witness that is configured (C2SP tlog-witness). What a
 * witness remembers is what it says: its 409 corrects us.
 *
 * A witness that fails is asked again, each time later, and delays neither publishing nor the others.
 * One that remembers a larger tree than ours, or another of the same size, shows that this log was
 * rewritten or set back: that is a `conflict`, told each time it is asked.
 *
 * @returns a round, to be called about once a second. It rejects only when the store does not answer.
 */
export function gatherCosignatures({
  log,
  cosignatures,
  witnesses,
  keys,
  clock,
  intervalMs,
}: {
  readonly log: Pick<LogStore, 'newestCheckpoint' | 'tiles'>
  readonly cosignatures: Pick<CosignatureStore, 'keep'>
  readonly witnesses: readonly Witness[]
  /** Cosignatures of other keys are not kept. */
  readonly keys: WitnessKeys
  readonly clock: Clock
  readonly intervalMs: number
}): () => Promise<readonly Witnessing[]> {
  const memories = new Map<Witness, Memory>()
  const fetch = fetchTile(log)

  async function ask(witness: Witness, checkpoint: StoredCheckpoint): Promise<Witnessing> {
    const memory = memories.get(witness) ?? { size: 0, failures: 0, until: 0 }
    memories.set(witness, memory)
    const { size, note } = checkpoint
    try {
      const { outcome, lines } = await asked(witness, memory, checkpoint)
      if (outcome !== 'conflict') {
        const kept = await keepCosignatures({ cosignatures, keys }, { size, note, lines })
        if (kept === 0)
          throw new CryptoError('transparency/signature', 'no cosignature of a known key')
        Object.assign(memory, { size, failures: 0, until: clock.now().getTime() + intervalMs })
        return { witness: witness.name, size, outcome: 'cosigned' }
      }
      patience(memory)
      return { witness: witness.name, size, outcome }
    } catch (error) {
      patience(memory)
      return { witness: witness.name, size, outcome: 'failed', error }
    }
  }

  /** Asks, and once more from where the witness says it stands. */
  async function asked(witness: Witness, memory: Memory, { size, note }: StoredCheckpoint) {
    for (const last of [false, true]) {
      const path = await consistencyPath(memory.size, size, tileHashReader(size, fetch))
      const answer = await witness.addCheckpoint({ oldSize: memory.size, path, note })
      if (answer.outcome === 'cosigned') return answer
      const { remembers } = answer
      if (remembers === undefined || remembers > size || last) break
      memory.size = remembers
    }
    return { outcome: 'conflict', lines: '' } as const
  }

  function patience(memory: Memory): void {
    memory.failures += 1
    const wait = Math.min(FIRST_RETRY_MS * 2 ** (memory.failures - 1), LAST_RETRY_MS)
    memory.until = clock.now().getTime() + wait
  }

  return async () => {
    if (witnesses.length === 0) return []
    const newest = await log.newestCheckpoint()
    if (newest === undefined) return []
    const now = clock.now().getTime()
    const due = witnesses.filter((witness) => {
      const { size, failures, until } = memories.get(witness) ?? { size: -1, failures: 0, until: 0 }
      return until <= now && (failures > 0 || size !== newest.size)
    })
    return Promise.all(due.map((witness) => ask(witness, newest)))
  }
}
