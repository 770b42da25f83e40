import type { Revocation } from '../directory/revocation.js'
import { APPROVERS, requireRole } from '../directory/roles.js'
import { type Actor, type OfficerAct, verifyAct } from '../directory/verify-act.js'
import type { VerifiedEntry } from '../directory/verify-entry.js'
import { CryptoError } from '../errors.js'
import type { Readable } from '../statement/read-statement.js'
import type { VerifiedStatement } from '../statement/verify-statement.js'
import { Approval } from './approval.js'
import type { VerifiedHeader } from './verify-header.js'

export type VerifiedApproval = OfficerAct<Approval>

/** An approval with the credential of the officer who signed it. */
export type ApprovalItem = { readonly statement: Readable; readonly credential: Readable }

/**
 * Verifies the approvals of a header against the policy of the sender's entry: further officers, each
 * another person than the drafter and than each other, at least as many as the policy demands.
 * One that is false refuses all, even if the others were enough.
 *
 * @param entry - the sender's, whose policy counts.
 * @throws {@link CryptoError} `package/approvals` if one is of another header, of the drafter, or there
 *   are too few; `directory/role`; and as {@link verifyAct}.
 */
export async function verifyApprovals(
  approvals: readonly ApprovalItem[],
  header: VerifiedHeader,
  entry: VerifiedEntry,
  at: Date,
  revocations: readonly VerifiedStatement<Revocation>[] = [],
): Promise<readonly VerifiedApproval[]> {
  const verified: VerifiedApproval[] = []
  for (const item of approvals) {
    verified.push(await verifyApproval(item, header, { entry, at, revocations }))
  }
  requireDistinct([header, ...verified])
  if (verified.length < entry.payload.policy.approvals) {
    throw refused(`the sender’s policy demands ${entry.payload.policy.approvals} approvals`)
  }
  return verified
}

/**
 * Verifies one approval by itself: whose it is, that it is about this header. Who else approves, and
 * whether the drafter does, is judged over all of them.
 *
 * @throws {@link CryptoError} as {@link verifyApprovals}, one approval's part of it.
 */
export async function verifyApproval(
  { statement, credential }: ApprovalItem,
  header: VerifiedHeader,
  by: Omit<Actor, 'credential'>,
): Promise<VerifiedApproval> {
  const expected = { typ: 'rogatory-approval', payload: Approval } as const
  const approval = await verifyAct(statement, expected, { ...by, credential })
  requireRole(approval.credential, APPROVERS)
  requireSameHeader(approval.payload, header)
  return approval
}

function requireSameHeader(approval: Approval, header: VerifiedHeader): void {
  const { package: id, sender } = header.payload
  if (
    approval.header !== header.digest ||
    approval.package !== id ||
    approval.authority !== sender
  ) {
    throw refused('an approval of something else')
  }
}

/** By person and by key: one officer may hold two credentials, and must not hold one key with another. */
function requireDistinct(acts: readonly OfficerAct<unknown>[]): void {
  const officers = new Set(acts.map(({ credential }) => credential.payload.officer))
  const kids = new Set(acts.map(({ kid }) => kid))
  if (officers.size < acts.length || kids.size < acts.length) {
    throw refused('one officer cannot be two pairs of eyes')
  }
}

const refused = (message: string) => new CryptoError('package/approvals', message)
