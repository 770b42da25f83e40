import { toUtf8 } from '#crypto/bytes/bytes.js'
import type { Clock } from '../ports.js'
import type { LogStore, StoredCheckpoint, TimestampAuthority, TimestampStore } from './ports.js'

/** How one authority fared in one round. */
export type Stamping = { readonly authority: string; readonly error?: unknown }

const FIRST_RETRY_MS = 1000
const LAST_RETRY_MS = 60_000

/**
 * Has the log time-stamped. All authorities are asked for the same checkpoint, so that their tokens
 * stand beside each other in a proof; when the interval has passed and the log has grown, the newest
 * checkpoint is the next one.
 *
 * An authority that fails is asked again for that checkpoint, each time later, and delays nobody else.
 *
 * @returns a round, to be called about once a second. It tells how each authority that was asked fared,
 *   and rejects only when the store does not answer.
 */
export function stampCheckpoint({
  log,
  timestamps,
  authorities,
  clock,
  intervalMs,
}: {
  readonly log: Pick<LogStore, 'checkpoint' | 'newestCheckpoint'>
  readonly timestamps: TimestampStore
  readonly authorities: readonly TimestampAuthority[]
  readonly clock: Clock
  readonly intervalMs: number
}): () => Promise<readonly Stamping[]> {
  const patience = new Map<TimestampAuthority, { failures: number; until: number }>()

  async function stamp(
    authority: TimestampAuthority,
    checkpoint: StoredCheckpoint,
  ): Promise<Stamping> {
    try {
      const { token, at } = await authority.stamp(toUtf8(checkpoint.note))
      await timestamps.keep({ size: checkpoint.size, authority: authority.name, token, at })
      patience.delete(authority)
      return { authority: authority.name }
    } catch (error) {
      const failures = (patience.get(authority)?.failures ?? 0) + 1
      const wait = Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LAST_RETRY_MS)
      patience.set(authority, { failures, until: clock.now().getTime() + wait })
      return { authority: authority.name, error }
    }
  }

  return async () => {
    const now = clock.now().getTime()
    const [newest, stampedSize] = await Promise.all([
      log.newestCheckpoint(),
      timestamps.newestStamped(),
    ])
    if (newest === undefined) return []
    const current = stampedSize === undefined ? undefined : await log.checkpoint(stampedSize)
    const tokens = current === undefined ? [] : await timestamps.forCheckpoint(current.size)
    const since = now - Math.max(...tokens.map(({ at }) => at.getTime()), 0)
    const grown = newest.size > (current?.size ?? -1)
    const next = current === undefined || (grown && since >= intervalMs) ? newest : current
    const done = next === current ? new Set(tokens.map(({ authority }) => authority)) : new Set()
    const asked = authorities.filter(
      (authority) => !done.has(authority.name) && (patience.get(authority)?.until ?? 0) <= now,
    )
    return Promise.all(asked.map((authority) => stamp(authority, next)))
  }
}
