import type { PackageId } from '#crypto/fields/fields.js'
import { checkEvidence, type CheckedEvidence } from '../proof/check-evidence.js'
import type { DocumentProgress } from './draft.js'
import type { Session } from '../session/session.js'
import { uploadParts } from './upload-parts.js'
import { waitingSubmission } from './waiting-submission.js'

/**
 * Brings a sealed package to the relay: parts first, then the submission. Doing it again after a
 * crash continues where it stopped; the relay answers a repeated submission with the same evidence.
 * The package leaves the outgoing store only when verified evidence of its own is in hand.
 *
 * @returns Evidence A.1, or A.2 with its reasons: both are final for this package.
 * @throws ClientError `package-unsent` if no such package waits, `file-unreadable`,
 *   `evidence-untrusted`; RelayProblem. The package stays where it is.
 */
export async function deliverPackage(
  session: Session,
  id: PackageId,
  onProgress?: DocumentProgress,
): Promise<CheckedEvidence> {
  const { relay, platform } = session
  const { submission, header, digest } = await waitingSubmission(platform.outgoing, id)

  await uploadParts(session, header, onProgress)
  const answer = await relay.call('submitPackage', { body: submission })
  const evidence = await checkEvidence(session, answer.evidence, {
    codes: ['A.1', 'A.2'],
    package: id,
    header: digest,
    sender: header.sender,
  })
  await platform.outgoing.remove(id)
  return evidence
}
