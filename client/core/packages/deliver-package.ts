import type { PackageId } from '#crypto/fields/fields.js'
import { Header } from '#crypto/package/header.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { Submission } from '#server/contract/wire.js'
import { checkEvidence, type CheckedEvidence } from '../proof/check-evidence.js'
import { ClientError } from '../client-error.js'
import type { DocumentProgress } from './draft.js'
import type { Session } from '../session/session.js'
import { uploadParts } from './upload-parts.js'

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
  const { submission, header, digest } = await waitingSubmission(session, id)

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

async function waitingSubmission({ platform }: Session, id: PackageId) {
  const kept = await platform.outgoing.submission(id)
  if (kept === undefined) {
    throw new ClientError(
      'package-unsent',
      `no sealed package ${id} waits here`,
      'See what waits with: rogatory outgoing',
    )
  }
  try {
    const submission = Submission.parse(JSON.parse(kept))
    const { payload, digest } = await readStatement(submission.header)
    return { submission, header: Header.parse(payload), digest }
  } catch (cause) {
    throw new ClientError(
      'file-unreadable',
      `the sealed package ${id} that waits here is damaged`,
      `See whether the relay has it (rogatory status ${id}); if not, send the request again.`,
      { cause },
    )
  }
}
