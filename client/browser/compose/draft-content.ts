import type { DraftContent, DraftDocument } from '#crypto/drafts/draft-version.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { Manifest } from '#crypto/package/manifest.js'
import { documentOf } from '../../core/drafting/document-of.js'
import type { Draft } from '../../core/packages/draft.js'
import type { Session } from '../../core/session/session.js'
import type { Template } from '../../templates/format.js'
import { withoutBlanks } from '../../templates/without-blanks.js'
import { fileDocument } from '../platform/file-document.js'
import type { DraftState } from './use-draft.js'
import { writtenMoments } from './written-moments.js'

/** A file is read through once, however often the draft is saved. */
const measured = new WeakMap<File, Promise<DraftDocument>>()

type Written = {
  readonly template: Template
  readonly draft: DraftState
  readonly to: readonly string[]
  /** Of an answer: what its case says. */
  readonly plan: Draft | undefined
  /** What the page does not ask for stays as it was. */
  readonly before: DraftContent | undefined
}

/** What is on the page as the content of a draft: documents by name and digest, their octets stay here. */
export async function draftContent(
  { platform }: Session,
  { template, draft, to, plan, before }: Written,
): Promise<DraftContent> {
  const digested = draft.files.map((file) => {
    const document =
      measured.get(file) ?? documentOf(fileDocument(file), (length) => platform.digester(length))
    measured.set(file, document)
    return document
  })
  const { notBefore, expires } = writtenMoments(draft)
  return {
    title: draft.title.trim(),
    to: to.map((authority) => AuthorityId.parse(authority)),
    template: { id: template.id, version: template.version },
    form: Manifest.shape.form.parse(withoutBlanks(draft.form)),
    documents: [...draft.named, ...(await Promise.all(digested))],
    urgency: draft.urgency,
    marks: draft.marks,
    case: plan?.case ?? before?.case ?? null,
    inReplyTo: plan?.inReplyTo ?? before?.inReplyTo ?? null,
    notBefore: notBefore?.toISOString() ?? null,
    expires: expires?.toISOString() ?? null,
  }
}
