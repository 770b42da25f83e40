import type { PackageId } from '#crypto/fields/fields.js'
import type { CheckedEvidence } from '../core/proof/check-evidence.js'
import { composePackage, type Draft } from '../core/packages/compose-package.js'
import { deliverPackage } from '../core/packages/deliver-package.js'
import type { Session } from '../core/session/session.js'
import type { confirmedOral } from './confirmed-oral.js'
import { documentBars } from './lines/document-bars.js'
import { tellChanges } from './lines/tell-changes.js'
import { tellSubmission } from './lines/tell-submission.js'
import type { Terminal } from './terminal.js'
import { Undelivered } from './lines/undelivered.js'

export type SentDraft = { readonly id: PackageId; readonly evidence: CheckedEvidence['payload'] }

/**
 * Seals a draft, delivers it, and says what the relay made of it.
 *
 * @param oral - the oral request that it confirms in writing.
 */
export async function sendDraft(
  session: Session,
  draft: Draft,
  terminal: Terminal,
  oral?: Awaited<ReturnType<typeof confirmedOral>>,
): Promise<SentDraft> {
  await tellChanges(session, draft.to, terminal)

  const sealing = documentBars(terminal, 'seal')
  const id = await composePackage(session, draft, sealing.at)
  sealing.done()
  terminal.note(`sealed   ${id}`)

  const uploading = documentBars(terminal, 'upload')
  const evidence = await deliverPackage(session, id, uploading.at)
    .catch((error: unknown) => Promise.reject(new Undelivered(id, error)))
    .finally(uploading.done)
  if (evidence.payload.code === 'A.1') await oral?.by(id)
  tellSubmission(terminal, id, evidence, oral && { confirms: oral.oral })
  return { id, evidence: evidence.payload }
}
