import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import type { DraftDocument } from '#crypto/drafts/draft-version.js'
import { DraftId } from '#crypto/fields/fields.js'
import type { Draft } from '../../../core/packages/draft.js'
import { documentOf } from '../../../core/drafting/document-of.js'
import { keepDraftVersion } from '../../../core/drafting/keep-draft-version.js'
import type { Session } from '../../../core/session/session.js'

/** Saves what was made here as a draft of the authority, which others have to approve before it is sent. */
export async function keepAsDraft(session: Session, draft: Draft, title: string): Promise<DraftId> {
  const documents: DraftDocument[] = []
  for (const document of draft.documents) {
    documents.push(await documentOf(document, (length) => session.platform.digester(length)))
  }
  const id = DraftId.parse(uuidV7(session.platform.now()))
  await keepDraftVersion(session, {
    draft: id,
    basis: 0,
    act: 'edited',
    content: {
      title,
      to: [...draft.to],
      template: draft.template,
      form: draft.form,
      documents,
      urgency: draft.urgency ?? 'routine',
      marks: draft.marks ?? { tlp: null, classification: null },
      case: draft.case ?? null,
      inReplyTo: draft.inReplyTo ?? null,
      notBefore: draft.notBefore?.toISOString() ?? null,
      expires: draft.expires?.toISOString() ?? null,
    },
  })
  return id
}
