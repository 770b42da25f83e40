import { toUtf8 } from '#crypto/bytes/bytes.js'
import type { Clock } from '../ports.js'
import { after } from '../timestamp.js'
import type {
  LogStore,
  StampQueue,
  StampTurn,
  TimestampAuthority,
  TimestampStore,
} from './ports.js'

/** How one authority fared when it was asked. */
export type Stamping = { readonly authority: string; readonly error?: unknown }

const FIRST_RETRY_MS = 1000
const LAST_RETRY_MS = 60_000

/**
 * Has the log time-stamped (docs/adr/0016). Once an interval, if the log has grown, its newest checkpoint
 * becomes due for every authority, so that their tokens stand beside each other in a proof.
 *
 * Each authority goes its own way from there: one that fails is asked again, each time later, one that is
 * slow is waited for by nobody, and one that was away stamps the newest that is due. What is due, since
 * when, and how each fared is in the queue: a process that dies is replaced by any other.
 *
 * @param report - is told how each authority that was asked fared.
 */
export function stampCheckpoint({
  log,
  timestamps,
  queue,
  authorities,
  clock,
  intervalMs,
  report,
}: {
  readonly log: Pick<LogStore, 'checkpoint' | 'newestCheckpoint'>
  readonly timestamps: Pick<TimestampStore, 'forCheckpoint' | 'keep'>
  readonly queue: StampQueue
  readonly authorities: readonly TimestampAuthority[]
  readonly clock: Clock
  readonly intervalMs: number
  readonly report: (stamping: Stamping) => void
}): {
  /** To be called about once a second. Asks whom it is time to ask, and rejects when the store does not answer. */
  readonly look: () => Promise<void>
  /** Resolves when nobody is being asked any more. */
  readonly settled: () => Promise<void>
} {
  const underWay = new Map<string, Promise<void>>()

  async function stamp(authority: TimestampAuthority, turn: StampTurn): Promise<void> {
    const { name } = authority
    try {
      await obtain(authority, turn.size)
      await queue.succeeded(name, turn.size, clock.now())
      report({ authority: name })
    } catch (error) {
      const at = clock.now()
      const wait = Math.min(FIRST_RETRY_MS * 2 ** turn.failures, LAST_RETRY_MS)
      report({ authority: name, error })
      await queue.failed(name, codeOf(error), at, after(at, wait))
    }
  }

  async function obtain(authority: TimestampAuthority, size: number): Promise<void> {
    const [checkpoint, tokens] = await Promise.all([
      log.checkpoint(size),
      timestamps.forCheckpoint(size),
    ])
    // A process that died after it kept the token did not tell the queue.
    if (tokens.some((token) => token.authority === authority.name)) return
    if (checkpoint === undefined) throw new CheckpointUnknown()
    const { token, at } = await authority.stamp(toUtf8(checkpoint.note))
    await timestamps.keep({ size, authority: authority.name, token, at })
  }

  /** Gives every authority the checkpoint that is due, and returns their turns. */
  async function turnsNow(): Promise<readonly StampTurn[]> {
    const now = clock.now()
    const names = authorities.map(({ name }) => name)
    const [newest, kept] = await Promise.all([log.newestCheckpoint(), queue.turns()])
    if (kept.some(({ authority }) => !names.includes(authority))) await queue.keepOnly(names)
    if (newest === undefined) return []
    const turns = kept.filter(({ authority }) => names.includes(authority))
    const last = turns.reduce<StampTurn | undefined>(larger, undefined)
    const isDue =
      last === undefined ||
      (newest.size > last.size && now.getTime() - last.due.getTime() >= intervalMs)
    const { size, due } = isDue ? { size: newest.size, due: now } : last
    // Those that another process did not come to, or that were added since, included.
    const behind = names.filter(
      (name) => !turns.some((t) => t.authority === name && t.size >= size),
    )
    if (behind.length === 0) return turns
    await Promise.all(behind.map((name) => queue.want(name, size, due)))
    return queue.turns()
  }

  return {
    async look() {
      const turns = await turnsNow()
      const now = clock.now()
      for (const authority of authorities) {
        const { name } = authority
        const turn = turns.find((one) => one.authority === name)
        if (turn === undefined || turn.pendingSince === null || turn.nextAt > now) continue
        if (underWay.has(name)) continue
        const asked = stamp(authority, turn)
          // The store went away while it was told; the token, if there is one, is found later.
          .catch((error: unknown) => report({ authority: name, error }))
          .finally(() => underWay.delete(name))
        underWay.set(name, asked)
      }
    },
    async settled() {
      await Promise.all(underWay.values())
    },
  }
}

const larger = (a: StampTurn | undefined, b: StampTurn): StampTurn =>
  a === undefined || b.size > a.size ? b : a

class CheckpointUnknown extends Error {
  override readonly name = 'CheckpointUnknown'
  readonly code = 'checkpoint-unknown'
}

/** Codes of ours and of the system say enough; texts may hold anything. */
function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' && /^[\w./-]{1,64}$/.test(code) ? code : 'failed'
}
