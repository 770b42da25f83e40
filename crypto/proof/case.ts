import type { TrustList } from '../directory/trust-list.js'
import type { PackageEventCode } from '../evidence/event.js'
import type { PackageEvidence } from '../evidence/evidence.js'
import type { AuthorityId } from '../fields/fields.js'
import type { Header } from '../package/header.js'
import type { ProofBundle } from './bundle.js'
import { type Doubt, inDoubt } from './doubt.js'
import type { KnownVersion } from './entry-versions.js'
import { type Clocks, type Fact, type FactCode, factOf } from './fact.js'
import type { History, Judged } from './history.js'
import type { Identifier } from './identify.js'
import type { KnownRevocation } from './judge/judge-revocations.js'
import type { Piece, Pieces } from './pieces.js'

/** What the judges of a bundle share. */
export type Case = {
  readonly bundle: ProofBundle
  readonly trust: TrustList
  readonly pieces: Pieces
  readonly header: Piece<Header>
  readonly history: History
  readonly revocations: readonly KnownRevocation[]
  /** Of authorities' entries. */
  readonly versions: readonly KnownVersion[]
  /** Of relays' entries. */
  readonly relays: readonly KnownVersion[]
  readonly identify: Identifier
  /**
   * By when somebody else than the operator attests, or a quorum witnesses, what stands under the checkpoint; undefined
   * without a time-stamp of somebody else.
   */
  readonly shown: Date | undefined
  /** Why evidence that holds, by its digest, proves nothing all the same. */
  readonly doubtOf: (evidence: string) => Doubt | undefined
  /** When the statement existed at the latest, by time-stamps and witnesses of the checkpoint over it. */
  readonly existed: (digest: string) => Pick<Clocks, 'attested' | 'witnessed'>
}

/** Evidence that claims to be of an event of this package; what holds comes before what does not. */
export function eventsOf(
  { history, header }: Case,
  code: PackageEventCode,
  recipient: AuthorityId | null,
): readonly (Judged & { readonly claims: PackageEvidence })[] {
  return history.judged
    .flatMap((judged) => {
      const { claims } = judged.piece
      if (claims.about !== 'package' || claims.header !== header.digest) return []
      return claims.code === code && claims.recipient === recipient ? [{ ...judged, claims }] : []
    })
    .toSorted((a, b) => Number(b.outcome?.ok ?? false) - Number(a.outcome?.ok ?? false))
}

/**
 * The fact that an event happened, from the evidence of it.
 *
 * @param whom - for the sentence: the package's sender or recipient.
 * @param said - what happened, as the end of "The relay states that …".
 */
export function eventFact(
  its: Case,
  fact: FactCode,
  code: PackageEventCode,
  recipient: AuthorityId | null,
  said: string,
): Fact {
  const [found] = eventsOf(its, code, recipient)
  const about = recipient === null ? {} : { recipient }
  if (!found) {
    const text = `No evidence is here that ${said} (${code}).`
    return factOf(fact, 'unproved', text, { data: { ...about, code } })
  }
  const { piece, outcome, claims } = found
  const clocks = { observed: claims.time, ...its.existed(piece.digest) }
  const reasons = claims.reasons.map((reason) => reason.code).join(' ')
  const details = {
    statement: piece.digest,
    data: { ...about, code, ...(reasons !== '' && { reasons }), issuer: claims.issuer },
    clocks,
  }
  if (!outcome) {
    const text = `Evidence says that ${said} (${code}); the entry of the relay that signed it is not here.`
    return factOf(fact, 'claimed', text, details)
  }
  if (!outcome.ok) {
    const { code: refusal, message } = outcome.error
    const text = `The evidence that ${said} (${code}) is not the relay’s: ${message}.`
    return factOf(fact, 'contradicted', text, { ...details, data: { ...details.data, refusal } })
  }
  const text = `The relay ${claims.issuer} states that ${said} (${code}).`
  return inDoubt(factOf(fact, 'proved', text, details), its.doubtOf(piece.digest))
}
