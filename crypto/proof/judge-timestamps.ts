import { fromBase64, toUtf8 } from '../bytes/bytes.js'
import { timestampAnchorsOf, type TrustList } from '../directory/trust-list.js'
import type { CryptoErrorCode } from '../errors.js'
import {
  type VerifiedTimestamp,
  verifyTimestampToken,
} from '../timestamp/verify-timestamp-token.js'
import { attempt } from './attempt.js'
import type { ProofBundle } from './bundle.js'
import { type Fact, factOf } from './fact.js'

export type JudgedTimestamps = {
  readonly fact: Fact
  /** The earliest moment at which the checkpoint is attested to have existed. */
  readonly attested: Date | undefined
}

/**
 * Whom to believe is the trust list's business: a token of somebody else is neither true nor false.
 * Nor is one of an authority whose key was revoked: it proves nothing, and another may.
 */
const NO_WITNESS: readonly CryptoErrorCode[] = ['pki/untrusted', 'pki/revoked']

/** How far two honest clocks may be apart. */
const TOLERANCE_MS = 60_000

/**
 * Verifies the time-stamp tokens over the checkpoint. One that holds is enough; one that is false
 * contradicts, whatever the others say.
 *
 * @param newest - the latest time that the relay states in evidence under the checkpoint: if the
 *   checkpoint was attested before, the relay states times that had not come yet.
 */
export async function judgeTimestamps(
  { log, timestamps, revocationLists: own }: ProofBundle,
  trust: TrustList,
  newest: Date | undefined,
): Promise<JudgedTimestamps> {
  const held: Held[] = []
  const lists = [...(trust.revocationLists ?? []), ...own]
  const note = toUtf8(log?.checkpoint ?? '')
  for (const token of timestamps) {
    const outcome = await attempt(() => verifyAgainst(fromBase64(token), note, trust, lists))
    if (outcome.ok) held.push(outcome.value)
    else if (!NO_WITNESS.includes(outcome.error.code)) {
      const { code, message } = outcome.error
      const text = `A time-stamp in the bundle is not one over its checkpoint: ${message}.`
      const fact = factOf('time-stamped', 'contradicted', text, { data: { code } })
      return { fact, attested: undefined }
    }
  }
  return attestation(held, timestamps.length, newest)
}

type Held = {
  readonly stamp: VerifiedTimestamp
  /** The token's time and the error that its authority admits: by then it existed. */
  readonly by: Date
  readonly status: 'good' | 'unknown'
}

/** As with entries, that no list speaks of the token's moment is said, and refuses nothing. */
async function verifyAgainst(
  token: Uint8Array,
  note: Uint8Array,
  trust: TrustList,
  revocationLists: readonly string[],
): Promise<Held> {
  const anchors = timestampAnchorsOf(trust)
  const stamp = await verifyTimestampToken(token, note, anchors)
  const by = new Date(stamp.at.getTime() + (stamp.accuracyMs ?? 0))
  if (revocationLists.length === 0) return { stamp, by, status: 'unknown' }
  const checked = await attempt(() =>
    verifyTimestampToken(token, note, anchors, { revocationLists }),
  )
  if (!checked.ok && checked.error.code !== 'pki/validity') throw checked.error
  return { stamp, by, status: checked.ok ? 'good' : 'unknown' }
}

function attestation(
  held: readonly Held[],
  offered: number,
  newest: Date | undefined,
): JudgedTimestamps {
  const [first] = held.toSorted((a, b) => a.by.getTime() - b.by.getTime())
  if (!first) {
    const text =
      offered === 0
        ? 'No time-stamp is in the bundle.'
        : 'The time-stamps in the bundle are of authorities that the trust list does not name, or that were revoked.'
    return { fact: factOf('time-stamped', 'unproved', text), attested: undefined }
  }
  const { stamp, by, status } = first
  const attested = by.toISOString()
  if (newest && newest.getTime() > by.getTime() + TOLERANCE_MS) {
    const observed = newest.toISOString()
    const text = `The relay states the time ${observed}, but that was attested to exist at ${attested}.`
    const fact = factOf('time-stamped', 'contradicted', text, { clocks: { attested, observed } })
    return { fact, attested: undefined }
  }
  const { authority, serial, accuracyMs } = stamp
  const text = `${authority} attests that the checkpoint existed at ${attested}.`
  const data = {
    authority,
    serial,
    tokens: String(held.length),
    // What revocation lists say of the authority's certificates.
    certificateStatus: status,
    ...(accuracyMs !== undefined && { accuracyMs: String(accuracyMs) }),
  }
  const fact = factOf('time-stamped', 'proved', text, { data, clocks: { attested } })
  return { fact, attested: by }
}
