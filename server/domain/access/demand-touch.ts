import type { SecurityKeyAssertion } from '#crypto/access/security-key-assertion.js'
import { verifySecurityKey } from '#crypto/access/verify-security-key.js'
import type { SecurityKey } from '#crypto/directory/security-key.js'
import type { VerificationKey } from '#crypto/keys/key.js'
import { Refusal } from '../errors.js'
import type { TouchDemand } from '../sessions/touch-demand.js'
import { orUnauthenticated } from './or-unauthenticated.js'

type Demand = {
  /** What the credential of the officer names; left out: nothing is demanded. */
  readonly keys: readonly SecurityKey[] | undefined
  /** What came along, if anything. */
  readonly given: SecurityKeyAssertion | undefined
  readonly kid: string
  readonly audience: string
  readonly origin: string
  readonly nonceKey: VerificationKey
  readonly at: Date
}

/** What an officer's credential demands of whoever begins a session with its key. */
export function demandTouch({ keys, given, ...around }: Demand): TouchDemand | undefined {
  if (keys === undefined) return undefined
  const { hostname } = new URL(around.origin)
  const here = keys.filter(({ rpId }) => rpId === hostname)
  const credentials = here.map(({ credential }) => credential)
  return {
    credentials,
    async touched(session) {
      if (session === undefined || given === undefined) {
        throw new Refusal(
          'security-key-required',
          'your authority demands that a security key begins each of your sessions',
          { securityKeys: credentials },
        )
      }
      const expected = { ...around, keys: here, session: session.id }
      return orUnauthenticated('security key', verifySecurityKey(given, expected))
    },
  }
}
