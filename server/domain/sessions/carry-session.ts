import { toBase64Url } from '#crypto/bytes/bytes.js'
import type { AuthorityId, OfficerId } from '#crypto/fields/fields.js'
import type { NamedSession, SessionId } from '../../contract/session-wire.js'
import { Refusal } from '../errors.js'
import type { GiveNotice } from '../notices/give-notice.js'
import type { Clock } from '../ports.js'
import { endSessions } from './end-sessions.js'
import {
  isLive,
  type SessionAnnouncer,
  type SessionStore,
  type StoredSession,
} from './session-store.js'
import { isAsDemanded, type TouchDemand, touchToBegin } from './touch-demand.js'

export type SessionTerms = {
  /** From the first token of a session to the end of its last one. */
  readonly lifetimeMs: number
  /** From the end of a token to the latest moment at which the session may go on with another. */
  readonly idleMs: number
  /** Sessions of one key at once; beyond it the one that was used least recently ends. */
  readonly most: number
}
type Ports = {
  readonly sessions: Pick<SessionStore, 'begin' | 'end' | 'ofKey' | 'renew'>
  readonly sessionAnnouncer: SessionAnnouncer
  readonly giveNotice: GiveNotice
  readonly clock: Clock
  readonly sessionTerms: SessionTerms
  /** Of an access token, in seconds. */
  readonly tokenLifetimeSeconds: number
}
type Beginning = {
  readonly at: Date
  readonly lasts: Date
  readonly demand: TouchDemand | undefined
  readonly goOn?: () => Promise<StoredSession | undefined>
}
type Holder = { readonly kid: string; readonly authority: AuthorityId; readonly officer: OfficerId }
export type CarrySession = ReturnType<typeof carrySession>

/** As many as are looked at to tell whether a client is known; those that have ended are forgotten by and by. */
const LOOKED_AT = 500

/**
 * Begins the session that a client names, or goes on with it: each access token belongs to one. The first
 * token of a session that begins ends what the same client had before with the same key.
 *
 * A touch of a security key, where it is demanded, is good for the session that it names, and that begins once: so nothing
 * else is remembered of it, and whoever has lost the answer goes on with the session.
 *
 * @returns its id, and until when the token may last.
 * @throws {@link Refusal} `session-ended` if somebody ended it, or it was begun by less than is demanded now;
 *   `session-expired` if its time was over; as {@link touchToBegin}
 */
export function carrySession(ports: Ports) {
  const { sessions, clock, sessionTerms, tokenLifetimeSeconds, giveNotice } = ports
  const { lifetimeMs, idleMs, most } = sessionTerms

  return async (
    holder: Holder,
    named: NamedSession | undefined,
    demand?: TouchDemand,
  ): Promise<Pick<StoredSession, 'id' | 'lasts'>> => {
    const at = clock.now()
    const lasts = later(at, tokenLifetimeSeconds * 1000)
    if (named === undefined) return begin(holder, undefined, { at, lasts, demand })
    const token = { at, lasts, idleSince: later(at, -idleMs) }
    const goOn = () => sessions.renew(named.id, holder.kid, token)
    const renewed = await goOn()
    if (renewed === undefined) return begin(holder, named, { at, lasts, demand, goOn })
    return within(renewed, lasts, demand)
  }

  async function begin(
    holder: Holder,
    named: NamedSession | undefined,
    { at, lasts, demand, goOn = () => Promise.resolve(undefined) }: Beginning,
  ): Promise<Pick<StoredSession, 'id' | 'lasts'>> {
    const before = await sessions.ofKey(holder.kid, LOOKED_AT)
    // One that is over, or that another tab has begun meanwhile, is not begun by another touch.
    const isKept = before.some(({ id }) => id === named?.id)
    const session: StoredSession = {
      ...holder,
      id: named?.id ?? toBase64Url(crypto.getRandomValues(new Uint8Array(16))),
      client: named?.client ?? null,
      kind: named?.kind ?? null,
      isNewClient: named !== undefined && !before.some(({ client }) => client === named.client),
      securityKey: isKept ? null : await touchToBegin(demand, named, before),
      began: at,
      renewed: at,
      lasts,
      ends: named === undefined ? lasts : later(at, lifetimeMs),
      ended: null,
    }
    if (!(await sessions.begin(session))) {
      const joined = await goOn()
      if (joined === undefined) throw overAlready(session.id, holder.kid, before)
      return within(joined, lasts, demand)
    }
    await makeRoom(session, before, at)
    if (session.isNewClient) {
      const { kid, authority, kind } = session
      const told = { kind: 'officer.access', authority, kid, what: 'new-client' } as const
      await giveNotice({ ...told, client: kind }, session.id)
    }
    return within(session, lasts, demand)
  }

  async function makeRoom(
    { client, id }: StoredSession,
    before: readonly StoredSession[],
    at: Date,
  ) {
    const live = before.filter((one) => one.id !== id && isLive(one, at))
    const own = live.filter((one) => client !== null && one.client === client)
    const others = live.filter((one) => !own.includes(one))
    await endSessions(ports, own, { at, by: 'next' })
    await endSessions(ports, others.slice(most - 1), { at, by: 'limit' })
  }
}

const later = (at: Date, ms: number): Date => new Date(at.getTime() + ms)

function within(session: StoredSession, lasts: Date, demand: TouchDemand | undefined) {
  const { id, ends } = session
  if (isAsDemanded(session, demand)) return { id, lasts: lasts < ends ? lasts : ends }
  throw new Refusal(
    'session-ended',
    'your authority demands another security key than the session was begun with',
  )
}

/** One of the id is kept and did not go on. Of another key's session nothing is told. */
function overAlready(id: SessionId, kid: string, before: readonly StoredSession[]): Refusal {
  const kept = before.find((one) => one.id === id && one.kid === kid)
  return kept?.ended === null
    ? new Refusal('session-expired', 'the session is over: unlock your keys again')
    : new Refusal('session-ended', 'the session was ended: unlock your keys again')
}
