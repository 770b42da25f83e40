import type { VerifiedEntry } from '#crypto/directory/verify-entry.js'
import type { PackageId } from '#crypto/fields/fields.js'
import type { Submission } from '#server/contract/wire.js'
import { checkDraft } from './check-draft.js'
import { ClientError } from '../client-error.js'
import type { DocumentProgress, Draft } from './draft.js'
import { plainMarks } from './plain-marks.js'
import { requireLegalAct } from '../cases/require-legal-act.js'
import { requireSoundForm } from './require-sound.js'
import { sealDraft } from './seal-draft.js'
import type { Session } from '../session/session.js'

export type { DocumentProgress, Draft } from './draft.js'

/**
 * Seals a draft for its recipients and the sender's own authority. What comes out lies in the
 * outgoing store, ciphertext and signed statements only, and can be delivered now, after a crash, or
 * from another machine of the authority to which it was carried.
 *
 * @returns The package's id.
 * @throws ClientError `approvals-needed`, `act-illegal` if the state of the case does not allow it, and as
 *   `sealDraft`; then nothing is left behind.
 */
export async function composePackage(
  session: Session,
  wanted: Draft,
  onProgress?: DocumentProgress,
): Promise<PackageId> {
  const { officer, directory, platform } = session
  const draft = { ...wanted, ...(wanted.marks && { marks: plainMarks(wanted.marks) }) }
  checkDraft(draft, officer.authority, platform.now())
  requireApprover(draft, await directory.current(officer.authority))
  requireSoundForm(draft, platform.now())
  await requireLegalAct(session, draft)
  const sealed = await sealDraft(session, draft, onProgress, async ({ package: id, ...rest }) => {
    const submission: Submission = {
      header: rest.header,
      envelope: rest.envelope,
      credential: officer.credential.statement,
      approvals: [...((await draft.approve?.(rest.header)) ?? [])],
    }
    await platform.outgoing.keepSubmission(id, JSON.stringify(submission))
  })
  return sealed.package
}

/** The relay would reject it, for good: better to know before gigabytes are sealed and sent. */
function requireApprover({ approve }: Draft, { payload }: VerifiedEntry): void {
  const { approvals } = payload.policy
  if (approvals === 0 || approve !== undefined) return
  throw new ClientError(
    'approvals-needed',
    `your authority’s policy asks for the approval of ${approvals} further officer(s)`,
    'Prepare it with “rogatory send --draft”, and let another officer approve it.',
  )
}
