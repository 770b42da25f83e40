import type { PackageId } from '#crypto/fields/fields.js'
import { composePackage, type Draft } from '../core/packages/compose-package.js'
import { deliverPackage } from '../core/packages/deliver-package.js'
import type { CheckedEvidence } from '../core/proof/check-evidence.js'
import type { Session } from '../core/session/session.js'
import type { confirmedOral } from './confirmed-oral.js'
import { documentBars } from './lines/document-bars.js'
import { Undelivered } from './lines/undelivered.js'
import type { Terminal } from './terminal.js'

export type Delivered = { readonly id: PackageId; readonly evidence: CheckedEvidence }

/**
 * Seals a draft and delivers it, with bars that show how far it is.
 *
 * @param oral - the oral request that it confirms in writing.
 * @throws Undelivered where it is sealed, and waits.
 */
export async function sealAndDeliver(
  session: Session,
  draft: Draft,
  terminal: Terminal,
  oral?: Awaited<ReturnType<typeof confirmedOral>>,
): Promise<Delivered> {
  const sealing = documentBars(terminal, 'seal')
  const id = await composePackage(session, draft, sealing.at)
  sealing.done()
  terminal.note(`sealed   ${id}`)

  const uploading = documentBars(terminal, 'upload')
  const evidence = await deliverPackage(session, id, uploading.at)
    .catch((error: unknown) => Promise.reject(new Undelivered(id, error)))
    .finally(uploading.done)
  if (evidence.payload.code === 'A.1') await oral?.by(id)
  return { id, evidence }
}
