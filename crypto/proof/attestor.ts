import { fromBase64 } from '../bytes/bytes.js'
import { timestampAnchorsOf, type TrustList } from '../directory/trust-list.js'
import type { CryptoError, CryptoErrorCode } from '../errors.js'
import {
  type ExpectedTimestamp,
  type VerifiedTimestamp,
  verifyTimestampToken,
} from '../timestamp/verify-timestamp-token.js'
import { attempt } from './attempt.js'
import type { Attestor } from './fact.js'

/** A token that holds at the time that it tells itself, by somebody whom the trust list names. */
export type HeldToken = {
  readonly token: Uint8Array
  readonly data: Uint8Array
  /** 0: over the checkpoint; n: of the n-th renewal. */
  readonly renewal: number
  readonly stamp: VerifiedTimestamp
}

/** Whom to believe is the trust list's business: a token of somebody else is neither true nor false. */
const UNKNOWN_SIGNER: readonly CryptoErrorCode[] = ['pki/untrusted']

/**
 * Verifies tokens over one text. Those of authorities that the trust list does not name are left out.
 *
 * @returns the tokens that hold, or the error of the first that is false.
 */
export async function heldTokens(
  tokens: readonly string[],
  over: { readonly data: Uint8Array; readonly renewal: number },
  trust: TrustList,
): Promise<readonly HeldToken[] | CryptoError> {
  const held: HeldToken[] = []
  for (const text of tokens) {
    const outcome = await attempt(async () => {
      const token = fromBase64(text)
      const stamp = await verifyTimestampToken(token, over.data, timestampAnchorsOf(trust))
      return { token, ...over, stamp }
    })
    if (outcome.ok) held.push(outcome.value)
    else if (!UNKNOWN_SIGNER.includes(outcome.error.code)) return outcome.error
  }
  return held
}

export type Judging = {
  readonly trust: TrustList
  readonly revocationLists: readonly string[]
  /** Id of the relay whose log it is: its own time-stamping authority is its operator's. */
  readonly operator: string | undefined
}

/** When a token is to be judged. */
export type TokenMoment = {
  /** A renewal by somebody else than the operator attests that the token existed then; undefined where none does. */
  readonly existed: Date | undefined
  /** The same by the earliest renewal of all: it may be the operator's. */
  readonly byAny: Date | undefined
  /** The verifier's clock, for the last tokens. */
  readonly now: Date | undefined
}

/**
 * What one token is worth. After its certificate ran out, or its key was stolen, whoever has the key can
 * make a token that tells any earlier time (RFC 3161 §4): unless it is attested to have existed before.
 *
 * That the operator's own authority attests it is worth no more than the operator's clock, and neither is a
 * token that is good by that alone: whoever has the stolen key and the relay's can date both into the past.
 */
export async function attestorOf(
  token: HeldToken,
  { existed, byAny, now }: TokenMoment,
  judging: Judging,
): Promise<Attestor> {
  // Without a clock, the operator's renewal still tells how late it is at least.
  const own = await worthAt(token, { existed, relied: existed ?? now ?? byAny }, judging)
  if (own.worth === 'good' || byAny === undefined) return own
  const revived = await worthAt(token, { existed: byAny, relied: byAny }, judging)
  return revived.worth === 'good' ? { ...revived, kind: 'operator', renewedBy: 'operator' } : own
}

async function worthAt(
  { token, data, renewal, stamp }: HeldToken,
  { existed, relied }: { readonly existed: Date | undefined; readonly relied: Date | undefined },
  { trust, revocationLists, operator }: Judging,
): Promise<Attestor> {
  const status = await statusOf()
  const aged = relied !== undefined && relied > stamp.validUntil
  const by = new Date(stamp.at.getTime() + (stamp.accuracyMs ?? 0))
  return {
    authority: stamp.authority,
    kind: kindOf(stamp, trust, operator),
    at: by.toISOString(),
    ...(stamp.accuracyMs !== undefined && { accuracyMs: stamp.accuracyMs }),
    validUntil: stamp.validUntil.toISOString(),
    policy: stamp.policy,
    serial: stamp.serial,
    algorithm: stamp.algorithm,
    strengths: stamp.strengths,
    renewal,
    certificateStatus: status === 'good' ? 'good' : 'unknown',
    worth: status === 'revoked' ? 'revoked' : aged ? 'aged' : 'good',
  }

  async function statusOf(): Promise<'good' | 'unknown' | 'revoked'> {
    if (revocationLists.length === 0) return 'unknown'
    const own = await check({ revocationLists })
    if (own !== 'revoked' || existed === undefined) return own
    return check({ revocationLists, existed })
  }

  /** As with entries, that no list speaks of a moment is said, and refuses nothing. */
  async function check(expected: ExpectedTimestamp) {
    const outcome = await attempt(() =>
      verifyTimestampToken(token, data, timestampAnchorsOf(trust), expected),
    )
    if (outcome.ok) return 'good'
    return outcome.error.code === 'pki/revoked' ? 'revoked' : 'unknown'
  }
}

function kindOf(
  { party, root }: VerifiedTimestamp,
  { qualifiedTimestampRoots = [] }: TrustList,
  operator: string | undefined,
): Attestor['kind'] {
  if (party !== undefined && party === operator) return 'operator'
  return qualifiedTimestampRoots.includes(root.fingerprint) ? 'qualified' : 'listed'
}
