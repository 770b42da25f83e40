import type { SecurityKeyAssertion } from '#crypto/access/security-key-assertion.js'
import type { NamedSession } from '#server/contract/session-wire.js'

/** The session that access tokens belong to: one from each unlocking of the keys to the next. */
export interface AccessSession {
  /** What the relay is told of it. */
  named(): Promise<NamedSession>
  /**
   * The next one, where keys were unlocked just now or nobody is there to be asked for a passphrase. Without it
   * whoever unlocks the keys brings another session along.
   */
  next?(over: NamedSession): Promise<NamedSession>
  /**
   * What a security key says to begin a session, asked for where the relay demands it. Left out where none can be reached.
   *
   * @param credentials - of WebAuthn, in base64url: any of them does.
   */
  touch?(begins: NamedSession, credentials: readonly string[]): Promise<SecurityKeyAssertion>
  /** Whether the next one may begin although this one has been in use: see `next`. */
  readonly goesOn: boolean
}
