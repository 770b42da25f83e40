import { endpoints } from '../../contract/endpoints.js'
import type { DiscardDraft } from '../../domain/drafts/discard-draft.js'
import { serveOfficer } from '../serve.js'

export const discardDraftRoute = (discardDraft: DiscardDraft) =>
  serveOfficer(endpoints.discardDraft, async (caller, { params, query }) => ({
    body: await discardDraft(caller, params.draft, query.version),
  }))
