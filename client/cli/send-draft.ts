import type { PackageId } from '#crypto/fields/fields.js'
import type { CheckedEvidence } from '../core/proof/check-evidence.js'
import type { Draft } from '../core/packages/draft.js'
import type { Session } from '../core/session/session.js'
import type { confirmedOral } from './confirmed-oral.js'
import { tellChanges } from './lines/tell-changes.js'
import { tellSubmission } from './lines/tell-submission.js'
import { sealAndDeliver } from './seal-and-deliver.js'
import type { Terminal } from './terminal.js'

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
  const { id, evidence } = await sealAndDeliver(session, draft, terminal, oral)
  tellSubmission(terminal, id, evidence, oral && { confirms: oral.oral })
  return { id, evidence: evidence.payload }
}
