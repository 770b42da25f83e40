import type { PackageId } from '#crypto/fields/fields.js'
import type { CheckedEvidence } from '../core/check-evidence.js'
import { composePackage, type Draft } from '../core/compose-package.js'
import { deliverPackage } from '../core/deliver-package.js'
import type { Session } from '../core/session.js'
import { documentBars } from './document-bars.js'
import { EXIT } from './exit-codes.js'
import { localTime } from './local-time.js'
import { tellChanges } from './tell-changes.js'
import type { Terminal } from './terminal.js'
import { Undelivered } from './undelivered.js'

export type SentDraft = { readonly id: PackageId; readonly evidence: CheckedEvidence['payload'] }

/** Seals a draft, delivers it, and says what the relay made of it. */
export async function sendDraft(
  session: Session,
  draft: Draft,
  terminal: Terminal,
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
  const { code, time, reasons } = evidence.payload
  if (code === 'A.2') process.exitCode = EXIT.refused
  terminal.result(
    { package: id, evidence: { code, time, digest: evidence.digest, reasons } },
    code === 'A.1'
      ? [`accepted ${id}`, `         ${localTime(time)}, evidence A.1 ${evidence.digest}`]
      : [
          `rejected ${id} (evidence A.2 ${evidence.digest})`,
          ...reasons.map((reason) => `         ${reason.code}: ${reason.text}`),
        ],
  )
  return { id, evidence: evidence.payload }
}
