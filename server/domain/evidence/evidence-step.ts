import type { PackageEventCode } from '#crypto/evidence/event.js'
import { PackageEvidence, type Reason } from '#crypto/evidence/evidence.js'
import type { AuthorityId, PackageId } from '#crypto/fields/fields.js'
import type { EvidenceItem, FeedEvent } from '../../contract/wire.js'
import type { KnownPackage, StoredEvidence, StoredStatement } from '../ports.js'
import { readKept } from '../read-kept.js'

/** What every piece of evidence repeats about its package. */
export type PackageFacts = {
  readonly package: PackageId
  /** Digest of the header statement. */
  readonly header: string
  readonly sender: AuthorityId
  /** When the submission reached this relay, by its clock. */
  readonly submitted: Date
}

export const factsOf = (pkg: KnownPackage): PackageFacts => ({
  package: pkg.package,
  header: pkg.digest,
  sender: pkg.sender,
  submitted: pkg.keptAt,
})

/** The same as a piece of evidence repeats it, which spares its reader the package. */
export async function factsIn(kept: StoredEvidence): Promise<PackageFacts> {
  const { payload } = await readKept(kept, PackageEvidence)
  const { package: id, header, sender, submitted } = payload
  return { package: id, header, sender, submitted: new Date(submitted) }
}

/** One event to be stated: done twice, it is kept once. */
export type EvidenceStep = {
  readonly code: PackageEventCode
  readonly recipient: AuthorityId | null
  /** Tells apart what a code may state twice of one recipient: non-delivery, provisional, final, the steps
   * of an alert, and what officers did about it. */
  readonly stage?: 'provisional' | 'final' | `duty-${number}`
  readonly reasons?: readonly Reason[]
  /** Digest of the statement that caused the event. */
  readonly subject?: string
}

/** `A.1`, `D.1/xb.pgo`, `D.4/xb.pgo/final`. */
export const stepName = ({ code, recipient, stage }: EvidenceStep): string =>
  [code, recipient, stage].filter((part) => part !== null && part !== undefined).join('/')

export const asItem = ({ statement, digest, index }: StoredStatement): EvidenceItem => ({
  statement,
  digest,
  index,
})

export const asFeedEvent = (evidence: StoredEvidence): FeedEvent => ({
  package: evidence.package,
  code: evidence.code,
  recipient: evidence.recipient,
  time: evidence.time,
  evidence: asItem(evidence),
})
