import type { AuthorityId } from '#crypto/fields/fields.js'
import { type CheckedEvidence, untrusted } from './check-evidence.js'

/**
 * Checks the part of a history that one recipient may see: its own evidence and that of the package as
 * a whole, in its order, of one submission. Links that name the one before are checked where both are
 * shown; where one is left out, only the sender and the log can tell.
 *
 * @throws ClientError `evidence-untrusted`
 */
export function requireExcerpt(evidence: readonly CheckedEvidence[], recipient: AuthorityId): void {
  let before: CheckedEvidence | undefined
  for (const item of evidence) {
    const { payload } = item
    if (payload.recipient !== null && payload.recipient !== recipient) {
      throw untrusted('the relay shows evidence about another recipient')
    }
    if (before !== undefined && !follows(item, before)) {
      throw untrusted('the relay’s evidence is out of order, or of two histories')
    }
    before = item
  }
}

function follows({ payload }: CheckedEvidence, before: CheckedEvidence): boolean {
  const { sequence, time, submitted } = before.payload
  const isNext = payload.sequence === sequence + 1
  return (
    payload.sequence > sequence &&
    payload.time >= time &&
    payload.submitted === submitted &&
    (!isNext || payload.previous === before.digest)
  )
}
