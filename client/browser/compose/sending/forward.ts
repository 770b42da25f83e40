import { AuthorityId, PackageId } from '#crypto/fields/fields.js'
import type { Draft } from '../../../core/packages/draft.js'
import { forwardDraft } from '../../../core/forwarding/forward-draft.js'
import { readPackage } from '../../../core/packages/open-package.js'
import { partDocument } from '../../../core/packages/part-document.js'
import type { Session } from '../../../core/session/session.js'
import type { Forwarding } from './messages.js'

const PATIENCE_MS = 75_000

/**
 * What passes a package on. Its documents are streamed from the relay while they are sealed anew: nothing of them
 * is written on this computer in between.
 */
export async function forward(session: Session, wanted: Forwarding): Promise<Draft> {
  const read = await readPackage(session, PackageId.parse(wanted.package))
  return forwardDraft(session, read, {
    to: AuthorityId.parse(wanted.to),
    reasons: wanted.reasons,
    documents: read.manifest.parts.map((part) => partDocument(session, read, part)),
    withinMs: PATIENCE_MS,
  })
}
