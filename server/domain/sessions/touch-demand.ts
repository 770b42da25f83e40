import type { NamedSession } from '../../contract/session-wire.js'
import { Refusal } from '../errors.js'
import type { StoredSession } from './session-store.js'

/** An authority demands that an officer touches a security key to begin a session. */
export type TouchDemand = {
  /** Any of these credentials does. */
  readonly credentials: readonly string[]
  /**
   * Which one was touched for this session, and its counter.
   *
   * @throws {@link Refusal} `security-key-required`, `security-key-refused`
   */
  readonly touched: (
    session: NamedSession | undefined,
  ) => Promise<NonNullable<StoredSession['securityKey']>>
}

/**
 * The touch that begins a session; null where none is demanded.
 *
 * @param before - sessions of the same key: their touches tell how far the counter has come (WebAuthn §7.2, signCount).
 * @throws {@link Refusal} as {@link TouchDemand}; `security-key-refused` also for a counter that does not go on, by which
 *   a copy of the key shows.
 */
export async function touchToBegin(
  demand: TouchDemand | undefined,
  session: NamedSession | undefined,
  before: readonly Pick<StoredSession, 'securityKey'>[],
): Promise<StoredSession['securityKey']> {
  if (demand === undefined) return null
  const touch = await demand.touched(session)
  const own = before.filter(({ securityKey }) => securityKey?.credential === touch.credential)
  const last = Math.max(0, ...own.map(({ securityKey }) => securityKey?.signCount ?? 0))
  const counts = last > 0 || touch.signCount > 0
  if (counts && touch.signCount <= last) {
    throw new Refusal(
      'security-key-refused',
      'the counter of the security key does not go on: there may be a copy of it',
    )
  }
  return touch
}

/** Whether a session was begun by what is demanded now. */
export const isAsDemanded = (
  { securityKey }: Pick<StoredSession, 'securityKey'>,
  demand: Pick<TouchDemand, 'credentials'> | undefined,
): boolean =>
  demand === undefined ||
  (securityKey !== null && demand.credentials.includes(securityKey.credential))
