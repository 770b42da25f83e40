import type { AuthorityId, CaseId, PackageId } from '#crypto/fields/fields.js'
import type { Urgency } from '#crypto/package/header.js'
import type { Manifest, Marks } from '#crypto/package/manifest.js'
import type { Submission } from '#server/contract/wire.js'
import type { DocumentSource } from '../ports.js'

/** Work on one document, for a progress bar. */
export type DocumentProgress = (document: string, octets: number, total: number) => void

/** What a case officer wants to send. */
export type Draft = {
  readonly to: readonly AuthorityId[]
  readonly template: { readonly id: string; readonly version: number }
  readonly form: Manifest['form']
  readonly documents: readonly DocumentSource[]
  readonly urgency?: Urgency
  readonly case?: CaseId
  /** The form that this one answers, for rules that look at it; it is not sent again. */
  readonly request?: Manifest['form']
  readonly inReplyTo?: { readonly package: PackageId; readonly header: string }
  readonly notBefore?: Date
  readonly expires?: Date
  readonly marks?: Marks
  /**
   * Gathers the approvals that the authority's policy demands: statements of further officers over
   * this very header (`signApproval`), each with its credential.
   */
  readonly approve?: (header: string) => Promise<Submission['approvals']>
}
