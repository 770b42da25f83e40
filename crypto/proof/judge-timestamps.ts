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

/** Whom to believe is the trust list's business: a token of somebody else is neither true nor false. */
const UNKNOWN_SIGNER: readonly CryptoErrorCode[] = ['pki/untrusted']

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
  { log, timestamps }: ProofBundle,
  trust: TrustList,
  newest: Date | undefined,
): Promise<JudgedTimestamps> {
  const held: VerifiedTimestamp[] = []
  const note = toUtf8(log?.checkpoint ?? '')
  for (const token of timestamps) {
    const check = () => verifyTimestampToken(fromBase64(token), note, timestampAnchorsOf(trust))
    const outcome = await attempt(check)
    if (outcome.ok) held.push(outcome.value)
    else if (!UNKNOWN_SIGNER.includes(outcome.error.code)) {
      const { code, message } = outcome.error
      const text = `A time-stamp in the bundle is not one over its checkpoint: ${message}.`
      const fact = factOf('time-stamped', 'contradicted', text, { data: { code } })
      return { fact, attested: undefined }
    }
  }
  return attestation(held, timestamps.length, newest)
}

function attestation(
  held: readonly VerifiedTimestamp[],
  offered: number,
  newest: Date | undefined,
): JudgedTimestamps {
  const [first] = held.toSorted((a, b) => a.at.getTime() - b.at.getTime())
  if (!first) {
    const text =
      offered === 0
        ? 'No time-stamp is in the bundle.'
        : 'The time-stamps in the bundle are of authorities that the trust list does not name.'
    return { fact: factOf('time-stamped', 'unproved', text), attested: undefined }
  }
  const attested = first.at.toISOString()
  if (newest && newest.getTime() > first.at.getTime() + TOLERANCE_MS) {
    const observed = newest.toISOString()
    const text = `The relay states the time ${observed}, but that was attested to exist at ${attested}.`
    const fact = factOf('time-stamped', 'contradicted', text, { clocks: { attested, observed } })
    return { fact, attested: undefined }
  }
  const text = `${first.authority} attests that the checkpoint existed at ${attested}.`
  const data = { authority: first.authority, serial: first.serial, tokens: String(held.length) }
  const fact = factOf('time-stamped', 'proved', text, { data, clocks: { attested } })
  return { fact, attested: first.at }
}
