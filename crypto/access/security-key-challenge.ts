import { concat, toUtf8 } from '../bytes/bytes.js'
import { sha256 } from '../bytes/sha256.js'
import { canonicalize } from '../canonical/canonicalize.js'

/** What a touch of a security key is for: one session, of one officer's key, at one relay, begun now. */
export type SignInTouch = {
  /** Address of the token endpoint. */
  readonly audience: string
  /** Of the officer's key. */
  readonly kid: string
  /** Id of the session that it begins. */
  readonly session: string
  /** Of the relay, asked for just now. */
  readonly nonce: string
}

const LABEL = 'rogatory-sign-in/1'

/**
 * The challenge that a security key signs to begin a session (WebAuthn §13.4.3): it names that session, which begins once,
 * so nobody has to remember challenges, and a nonce of the relay, so that none is signed ahead of its time. It is known
 * before the officer's key is unlocked.
 *
 * @returns 32 octets.
 */
export const securityKeyChallenge = ({ audience: aud, kid, nonce, session }: SignInTouch) =>
  sha256(
    concat(toUtf8(LABEL), Uint8Array.of(0), toUtf8(canonicalize({ aud, kid, nonce, session }))),
  )
