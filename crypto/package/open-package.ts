import { openUnapproved, type SealedInput, type UnapprovedPackage } from './open-unapproved.js'
import { type ApprovalItem, type VerifiedApproval, verifyApprovals } from './verify-approvals.js'

export type OpenInput = SealedInput & { readonly approvals?: readonly ApprovalItem[] }

export type OpenedPackage = UnapprovedPackage & { readonly approvals: readonly VerifiedApproval[] }

/**
 * Opens a package and believes nothing of it before it is checked: docs/protocol.md, "What a
 * recipient checks", in that order.
 *
 * Templates, and the documents themselves, are for the caller: see {@link checkPart} and the digests.
 *
 * @throws {@link CryptoError} `package/envelope` if the envelope is not the header's;
 *   `package/mismatch` if manifest and header disagree, or the entry is not the one the header names;
 *   `package/commitment` if the header is bound to another manifest; `package/recipient` if it is not
 *   addressed to us; `package/part`; `package/approvals`; `directory/…`, `statement/…`, `envelope/…`.
 */
export async function openPackage(input: OpenInput): Promise<OpenedPackage> {
  const { senderEntry, at, revocations, approvals = [] } = input
  const opened = await openUnapproved(input)
  return {
    ...opened,
    approvals: await verifyApprovals(approvals, opened.header, senderEntry, at, revocations),
  }
}
