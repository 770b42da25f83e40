import type { PackageId } from '#crypto/fields/fields.js'
import { verifyEvidence } from '#crypto/evidence/verify-evidence.js'
import { Resealing } from '#crypto/resealing/resealing.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { EvidenceItem } from '#server/contract/wire.js'
import { untrusted } from '../proof/check-evidence.js'
import type { Session } from '../session/session.js'

/** The last copy of a package that the own authority has sealed anew. */
export type ResealedCopy = {
  /** Of the statement. */
  readonly digest: string
  readonly payload: Resealing
  /** When the relay took it, RFC 3339. */
  readonly takenAt: string
  /** When what it takes the place of was deleted at the relay, RFC 3339; null while it is there. */
  readonly replacedDeletedAt: string | null
}

/**
 * What the relay holds of the own authority's copy, and states of it; undefined where it was never sealed anew. The
 * statement is read, not verified: whoever opens the copy believes the sender's signature and nothing else.
 *
 * @throws ClientError `evidence-untrusted` if it is of something else, or the relay's evidence is; CryptoError; RelayProblem
 */
export async function resealedCopy(
  session: Session,
  id: PackageId,
): Promise<ResealedCopy | undefined> {
  const { resealed } = await session.relay.call('readResealing', { params: { package: id } })
  if (resealed === null) return undefined
  const { digest, payload } = await readStatement(resealed.resealing)
  const claimed = Resealing.safeParse(payload).data
  if (claimed?.package !== id || claimed.authority !== session.officer.authority) {
    throw untrusted('the relay shows a copy of another package, or of others')
  }
  const { evidence, replacedDeleted } = resealed
  return {
    digest,
    payload: claimed,
    takenAt: await checkCopyEvidence(session, evidence, 'X.9', digest),
    replacedDeletedAt:
      replacedDeleted === null
        ? null
        : await checkCopyEvidence(session, replacedDeleted, 'X.10', evidence.digest),
  }
}

/**
 * Evidence of the relay about a copy of the own authority.
 *
 * @returns when, RFC 3339.
 * @throws ClientError `evidence-untrusted`; CryptoError
 */
export async function checkCopyEvidence(
  { directory, relayId, officer }: Session,
  { statement }: EvidenceItem,
  code: 'X.9' | 'X.10',
  subject: string,
): Promise<string> {
  const { kid } = await readStatement(statement)
  const { payload } = await verifyEvidence(statement, await directory.withKey(relayId, kid))
  const isIt =
    payload.about === 'directory' &&
    payload.code === code &&
    payload.subject === subject &&
    payload.authority === officer.authority
  if (!isIt) throw untrusted(`the relay’s evidence is not ${code} of this copy`)
  return payload.time
}
