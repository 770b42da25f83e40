import { toUtf8 } from '../../bytes/bytes.js'
import type { TrustList } from '../../directory/trust-list.js'
import { CryptoError } from '../../errors.js'
import {
  attestorOf,
  type HeldToken,
  heldTokens,
  type Judging,
  type TokenMoment,
} from '../attestor.js'
import type { ProofBundle } from '../bundle.js'
import { coveredOctets } from '../covered-octets.js'
import { type Attestor, type Fact, factOf } from '../fact.js'
import { judgeRenewals } from './judge-renewals.js'
import { TOLERANCE_MS } from '../tolerance.js'

export type JudgedTimestamps = {
  readonly facts: readonly Fact[]
  /** The earliest moment at which the checkpoint is attested to have existed. */
  readonly attested: Date | undefined
  /** The same, where it is not the operator's own clock. */
  readonly independent: Date | undefined
  /** Since when renewals attest that everything they cover existed. */
  readonly renewed: Pick<TokenMoment, 'existed' | 'byAny'>
  /** By what other tokens of the bundle are to be judged. */
  readonly judging: Judging
}

type Circumstances = {
  /**
   * The latest time that the relay states in evidence under the checkpoint: if the checkpoint was
   * attested before, the relay states times that had not come yet.
   */
  readonly newest: Date | undefined
  readonly operator: string | undefined
  /** The verifier's clock: what the last tokens are worth now. */
  readonly at: Date | undefined
}

/**
 * Verifies the time-stamp tokens over the checkpoint, and those of later renewals. One that holds is
 * enough; one that is false contradicts, whatever the others say.
 *
 * A token is judged at the moment at which a renewal attests it to have existed, the last ones at the
 * verifier's clock: so old tokens go on proving after their certificates have run out.
 */
export async function judgeTimestamps(
  bundle: ProofBundle,
  trust: TrustList,
  { newest, operator, at }: Circumstances,
): Promise<JudgedTimestamps> {
  const { log, timestamps, renewals = [], revocationLists } = bundle
  const judging: Judging = {
    trust,
    operator,
    revocationLists: [
      ...(trust.revocationLists ?? []),
      ...revocationLists,
      ...renewals.flatMap((renewal) => renewal.revocationLists),
    ],
  }
  // A token over nothing is easily had, and attests nothing.
  if (!log) {
    return { facts: [noneGood([], timestamps.length)], ...NOTHING, judging }
  }
  const levels = [
    { tokens: timestamps, data: toUtf8(log.checkpoint) },
    ...renewals.map((each, i) => ({ tokens: each.timestamps, data: coveredOctets(bundle, i) })),
  ]
  const held: (readonly HeldToken[])[] = []
  for (const [renewal, { tokens, data }] of levels.entries()) {
    const found = await heldTokens(tokens, { data, renewal }, trust)
    if (found instanceof CryptoError) return { ...falseToken(renewal, found), judging }
    held.push(found)
  }
  const { judged, renewed } = await attestors(held, at, judging)
  const attestation = attestationOf(judged, timestamps.length, newest)
  const chain = renewals.length === 0 ? [] : [judgeRenewals(judged)]
  const facts = [attestation.fact, ...chain]
  const { attested, independent } = attestation
  return { facts, attested, independent, renewed, judging }
}

/** From the last renewal back: what is good attests since when what it covers existed. */
async function attestors(
  held: readonly (readonly HeldToken[])[],
  at: Date | undefined,
  judging: Judging,
) {
  const judged: (readonly Attestor[])[] = []
  let renewed: JudgedTimestamps['renewed'] = NEVER
  let [existed, byAny]: (Date | undefined)[] = []
  for (const tokens of held.toReversed()) {
    renewed = { existed, byAny }
    const moment = { ...renewed, now: at }
    const level = await Promise.all(tokens.map((token) => attestorOf(token, moment, judging)))
    const good = goodIn(level)
    existed = timeOf(good.find(isIndependent)) ?? existed
    byAny = timeOf(good[0]) ?? byAny
    judged.unshift(level)
  }
  return { judged, renewed }
}

export const goodIn = (attestors: readonly Attestor[]) =>
  attestors.filter(({ worth }) => worth === 'good').toSorted(byTime)
const byTime = (a: Attestor, b: Attestor) => Date.parse(a.at) - Date.parse(b.at)
const timeOf = (attestor: Attestor | undefined) => attestor && new Date(attestor.at)

const isIndependent = ({ kind }: Attestor) => kind !== 'operator'

/**
 * The good token that tells the time. The operator's own clock adds nothing to what its relay states, where
 * somebody else attests as well.
 */
export function tellingOf(attestors: readonly Attestor[]): Attestor | undefined {
  const good = goodIn(attestors)
  return good.find(isIndependent) ?? good[0]
}

function falseToken(renewal: number, { code, message }: CryptoError) {
  const [fact, text] =
    renewal === 0
      ? (['time-stamped', `A time-stamp in the bundle is not one over its checkpoint`] as const)
      : (['time-stamps-renewed', `A time-stamp of renewal ${renewal} is not over it`] as const)
  return {
    facts: [factOf(fact, 'contradicted', `${text}: ${message}.`, { data: { code } })],
    ...NOTHING,
  }
}

const NEVER = { existed: undefined, byAny: undefined }
const NOTHING = { attested: undefined, independent: undefined, renewed: NEVER }

type Attestation = { readonly fact: Fact } & Pick<JudgedTimestamps, 'attested' | 'independent'>
const FACT = 'time-stamped'
const UNATTESTED = { attested: undefined, independent: undefined }

function attestationOf(
  judged: readonly (readonly Attestor[])[],
  offered: number,
  newest: Date | undefined,
): Attestation {
  const attestors = judged.flat()
  const first = tellingOf(attestors)
  if (!first) return { fact: noneGood(attestors, offered), ...UNATTESTED }
  const { authority, serial, kind, at: attested } = first
  const data = {
    authority,
    serial,
    kind,
    tokens: String(attestors.length),
    // What revocation lists say of the authority's certificates.
    certificateStatus: first.certificateStatus,
    ...(first.renewedBy && { renewedBy: first.renewedBy }),
    ...(first.accuracyMs !== undefined && { accuracyMs: String(first.accuracyMs) }),
  }
  if (newest && newest.getTime() > Date.parse(attested) + TOLERANCE_MS) {
    const observed = newest.toISOString()
    const text = `The relay states the time ${observed}, but that was attested to exist at ${attested}.`
    const details = { data, clocks: { attested, observed }, attestors }
    return { fact: factOf(FACT, 'contradicted', text, details), ...UNATTESTED }
  }
  const words = [`${authority} attests that the checkpoint existed at ${attested}.`]
  if (first.renewedBy) {
    words.push(
      'That its word was still good rests on a renewal of the relay’s own authority: this is the operator’s own clock.',
    )
  } else if (kind === 'operator') {
    words.push('It is the relay’s own authority: this is the operator’s own clock.')
  }
  if (first.renewal > 0) words.push('It is of a renewal: older time-stamps prove nothing any more.')
  const details = { data, clocks: { attested }, attestors }
  const at = new Date(attested)
  return {
    fact: factOf(FACT, 'proved', words.join(' '), details),
    attested: at,
    independent: isIndependent(first) ? at : undefined,
  }
}

function noneGood(attestors: readonly Attestor[], offered: number): Fact {
  const [first] = attestors.filter(({ worth }) => worth === 'aged').toSorted(byTime)
  if (first) {
    const { authority, at: attested, validUntil } = first
    const text = `${authority} attests the time ${attested}, but its certificate ran out at ${validUntil}, and nothing renewed it before.`
    const data = { authority, validUntil, tokens: String(attestors.length) }
    return factOf(FACT, 'claimed', text, { data, clocks: { attested }, attestors })
  }
  if (offered > 0) {
    const text =
      'The time-stamps in the bundle are of authorities that the trust list does not name, or that were revoked.'
    return factOf(FACT, 'unproved', text, { attestors })
  }
  const text = 'No time-stamp is in the bundle: it was still pending, or is left out.'
  return factOf(FACT, 'unproved', text, { data: { pending: 'true' } })
}
