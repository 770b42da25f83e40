import { APPROVERS } from '#crypto/directory/roles.js'
import type { DraftId } from '#crypto/fields/fields.js'
import { signApproval } from '#crypto/package/sign-statements.js'
import { ClientError } from '../client-error.js'
import type { Session } from '../session/session.js'
import { inspectPrepared, type PreparedPackage } from './inspect-prepared.js'
import { keepDraftVersion } from './keep-draft-version.js'
import { type OpenDraft, readDraft } from './read-draft.js'

const ATTEMPTS = 8

/** What is shown to an officer before they sign. */
export type ForApproval = { readonly draft: OpenDraft; readonly pkg: PreparedPackage }

/**
 * What the draft waits to have approved, if this officer may approve it.
 *
 * @throws ClientError `approval-refused` for the drafter and for whoever has approved already or has no
 *   role for it; as `inspectPrepared`
 */
export async function readForApproval(session: Session, id: DraftId): Promise<ForApproval> {
  const { head } = await readDraft(session, id)
  const pkg = await inspectPrepared(session, head)
  requireAnother(session, pkg)
  return { draft: head, pkg }
}

/**
 * Signs an approval of the header that the officer has seen, and keeps it with the draft. Another
 * approval that came meanwhile is no failure; another package is.
 *
 * @param header - the digest of what was shown.
 * @returns How many approvals count now, and how many are needed.
 * @throws ClientError `draft-changed` when the draft waits with something else by now,
 *   `approval-refused`
 */
export async function approveDraft(
  session: Session,
  id: DraftId,
  header: string,
): Promise<{ readonly valid: number; readonly needed: number }> {
  const { officer, platform } = session
  for (let attempt = 1; ; attempt++) {
    const { draft, pkg } = await readForApproval(session, id)
    if (pkg.opened.header.digest !== header) throw changed()
    const claims = { package: pkg.manifest.package, header, authority: officer.authority }
    const declared = platform.now().toISOString()
    const approval = await signApproval({ ...claims, declared }, officer.signingKey)
    // One that does not count would have relay and recipient refuse all of them.
    const counting = pkg.approvals.filter(({ problem }) => problem === undefined)
    const approvals = [
      ...counting.map(({ item }) => item),
      { approval, credential: officer.credential.statement },
    ]
    if (draft.prepared === null) throw changed()
    try {
      const { version: basis, content } = draft
      const prepared = { ...draft.prepared, approvals }
      await keepDraftVersion(
        session,
        { draft: id, basis, content, act: 'approved', prepared },
        { mustFollow: true },
      )
      return { valid: approvals.length, needed: pkg.needed }
    } catch (error) {
      const isOvertaken = error instanceof ClientError && error.code === 'draft-changed'
      if (!isOvertaken || attempt === ATTEMPTS) throw error
    }
  }
}

function requireAnother({ officer }: Session, { opened, approvals }: PreparedPackage): void {
  const own = officer.credential.payload
  const { payload: drafter } = opened.header.credential
  if (drafter.officer === own.officer || drafter.kid === own.kid) {
    throw refused('you have prepared this draft yourself', 'Another officer has to approve it.')
  }
  const isOwn = approvals.some(
    ({ officer: other, problem }) =>
      problem === undefined && (other?.id === own.officer || other?.kid === own.kid),
  )
  if (isOwn) throw refused('you have approved it already', 'Once is enough.')
  if (!own.roles.some((role) => APPROVERS.includes(role))) {
    throw refused('your roles do not approve', `It takes one of ${APPROVERS.join(', ')}.`)
  }
}

const refused = (message: string, remedy: string) =>
  new ClientError('approval-refused', message, remedy)
export const changed = () =>
  new ClientError(
    'draft-changed',
    'the draft waits with another package than the one you have seen',
    'Look at it again, then decide anew.',
  )
