import type { AssertedOctets } from '#crypto/access/is-asserted.js'
import type { SecurityKey } from '#crypto/directory/security-key.js'
import type { SecurityKeyAnswer } from '#crypto/keystore/derive-bound-key.js'

/** What a security key has signed, as which credential. */
export type Asserted = AssertedOctets & { readonly credential: Uint8Array }

/**
 * Security keys as a platform reaches them: WebAuthn with `prf`, its holder verified each time, by credentials that
 * stay on the one key.
 *
 * Each may refuse with a {@link ClientError}: `security-key-absent` where the platform knows none,
 * `security-key-address` where credentials cannot be bound to this site or are of another, `security-key-unfit` for
 * one that has no `prf`, does not verify its holder or lets its credentials be copied, and
 * `security-key-unanswered` for everything that WebAuthn does not tell apart: none was there, another one was, its
 * holder did not confirm in time or called it off.
 */
export type SecurityKeys = {
  /** The site that credentials are bound to here. */
  readonly rpId: () => string
  /**
   * Makes a credential on a security key that has none of `known`.
   *
   * @throws {@link ClientError} `security-key-known` for one that has.
   */
  readonly create: (request: {
    readonly rpId: string
    readonly known: readonly Uint8Array[]
  }) => Promise<{ readonly credential: Uint8Array; readonly key: SecurityKey['key'] }>
  /** What one of these credentials answers to 32 octets, and what it signs by the same touch. */
  readonly ask: (question: {
    readonly rpId: string
    readonly prfSalt: Uint8Array
    readonly credentials: readonly Uint8Array[]
    /** Left out where nobody is to see what it signs. */
    readonly challenge?: Uint8Array
  }) => Promise<Asserted & SecurityKeyAnswer>
  /** What one of these credentials signs. */
  readonly touch: (request: {
    readonly rpId: string
    readonly challenge: Uint8Array
    readonly credentials: readonly Uint8Array[]
  }) => Promise<Asserted>
}
