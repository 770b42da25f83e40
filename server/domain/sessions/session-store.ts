import type { AuthorityId, OfficerId } from '#crypto/fields/fields.js'
import type { ClientKind, SessionEnding, SessionId } from '../../contract/session-wire.js'

/** A chain of access tokens of one key: from one unlocking of it to the next. */
export type StoredSession = {
  readonly id: SessionId
  readonly kid: string
  readonly authority: AuthorityId
  readonly officer: OfficerId
  /** Null where the client named no session: each of its tokens is one. */
  readonly client: string | null
  readonly kind: ClientKind | null
  readonly isNewClient: boolean
  /** The security key that was touched to begin it, and its counter then; null where none was demanded. */
  readonly securityKey: { readonly credential: string; readonly signCount: number } | null
  readonly began: Date
  /** When its newest token was issued, and until when that one lasts. */
  readonly renewed: Date
  readonly lasts: Date
  /** No token lasts longer. */
  readonly ends: Date
  readonly ended: { readonly at: Date; readonly by: SessionEnding } | null
}

export interface SessionStore {
  /** False if one of this id is kept: it stays as it is. Durable on return, as all that follows. */
  begin(session: StoredSession): Promise<boolean>
  find(id: SessionId): Promise<StoredSession | undefined>
  /**
   * Notes another token, unless the session is another key's, was ended, has ended by `at`, or its last token
   * ended before `idleSince`: then undefined.
   */
  renew(
    id: SessionId,
    kid: string,
    token: { readonly at: Date; readonly lasts: Date; readonly idleSince: Date },
  ): Promise<StoredSession | undefined>
  /** The session as it is now; whoever ended it first did. Undefined: there is none. */
  end(id: SessionId, ended: NonNullable<StoredSession['ended']>): Promise<StoredSession | undefined>
  /** Used last first. */
  ofKey(kid: string, limit: number): Promise<readonly StoredSession[]>
  ofAuthority(authority: AuthorityId, limit: number): Promise<readonly StoredSession[]>
}

export interface SessionAnnouncer {
  /** Tells every relay process that a session is over, best-effort: each of them looks by itself, too. */
  sessionEnded(id: SessionId): void
}

/** Whether its newest token may still be good. */
export const isLive = ({ ended, lasts, ends }: StoredSession, at: Date): boolean =>
  ended === null && at < lasts && at < ends
