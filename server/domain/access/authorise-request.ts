import { type AccessToken, verifyAccessToken } from '#crypto/access/access-token.js'
import { recentlyUsed } from '#crypto/keys/recently-used.js'
import type { Operation } from '../../contract/permissions.js'
import type { Caller } from '../../contract/wire.js'
import { checkProof, type ProofPorts } from './check-proof.js'
import { Refusal } from '../errors.js'
import type { KnownAuthorities } from '../directory/known-authorities.js'
import { officerInGoodStanding } from './officer-in-good-standing.js'
import { orUnauthenticated } from './or-unauthenticated.js'
import type { DirectoryStore } from '../ports.js'
import { requirePermission } from './require-permission.js'
import type { KnownSessions } from '../sessions/known-sessions.js'

type Ports = ProofPorts & {
  readonly directory: Pick<DirectoryStore, 'findCredential'>
  readonly authorities: KnownAuthorities
  readonly knownSessions: Pick<KnownSessions, 'isOver'>
}
export type AuthoriseRequest = ReturnType<typeof authoriseRequest>

export type Presented = {
  readonly token: string
  /** The `DPoP` header's value. */
  readonly proof: string
  readonly method: string
  /** Of the request, absolute; query and fragment do not count. */
  readonly url: string
  /** What is asked for. */
  readonly operation: Operation
}

export type Authorised = Pick<AccessToken, 'expires' | 'session'> & { readonly caller: Caller }

/**
 * An officer's standing is judged anew after so long. With the recent knowledge that a judgement may
 * rest on, it is at most ten seconds old.
 */
const STANDING_MS = 5_000

/**
 * Finds out who is calling: an access token of this relay, and a DPoP proof for this very request by
 * the key that the token is bound to (RFC 9449 §7.1). The officer's standing is at most ten seconds old,
 * what is known of the session at most five.
 *
 * @throws {@link Refusal} `unauthenticated`, `token-expired`, `proof-stale`, `proof-replayed`,
 *   `credential-revoked`, `session-ended`, `not-permitted` by the table of permissions.
 */
export function authoriseRequest(ports: Ports) {
  const { relay, clock, knownSessions } = ports
  const verified = recentlyUsed<AccessToken>(4096)
  const stood = recentlyUsed<{ readonly at: Date; readonly roles: Caller['roles'] }>(4096)

  return async ({ token, proof, method, url, operation }: Presented): Promise<Authorised> => {
    const at = clock.now()
    const { caller, session, expires } = await read(token, at)
    const { jkt } = await checkProof(ports, { proof, method, url, token })
    if (jkt !== caller.kid) {
      throw new Refusal('unauthenticated', 'the access token is bound to another key')
    }
    const [roles] = await Promise.all([standing(caller, at), requireGoing(session, at)])
    const judged = { ...caller, roles }
    requirePermission(judged, operation)
    return { caller: judged, session, expires }
  }

  /** A token is verified once; that it has not ended, every time. */
  async function read(token: string, at: Date): Promise<AccessToken> {
    const before = verified.get(token)
    if (before !== undefined && at < before.expires) return before
    const { tokenKey: key, origin } = relay
    const read = await orUnauthenticated(
      'access token',
      verifyAccessToken(token, { key, origin, at }),
    )
    verified.set(token, read)
    return read
  }

  async function requireGoing(session: string, at: Date): Promise<void> {
    if (!(await knownSessions.isOver(session, at))) return
    throw new Refusal('session-ended', 'the session was ended: unlock your keys again')
  }

  /** The roles of the newest credential: those in the token may have been taken away since. */
  async function standing(caller: Caller, at: Date): Promise<Caller['roles']> {
    const { kid, authority, officer: id } = caller
    // By all that it was found out about: what holds for a key in one hand says nothing of another.
    const who = `${authority}/${id}/${kid}`
    const last = stood.get(who)
    const age = last === undefined ? Infinity : at.getTime() - last.at.getTime()
    if (last !== undefined && age >= 0 && age < STANDING_MS) return last.roles
    const officer = await officerInGoodStanding(ports, kid, at)
    if (officer.payload.authority !== authority) {
      throw new Refusal('unauthenticated', 'another authority vouches for this key')
    }
    if (officer.payload.officer !== id) {
      throw new Refusal('unauthenticated', 'the key is another officer’s by now')
    }
    const { roles } = officer.payload
    stood.set(who, { at, roles })
    return roles
  }
}
