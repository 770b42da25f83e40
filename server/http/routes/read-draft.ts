import { endpoints } from '../../contract/endpoints.js'
import type { ReadDraft } from '../../domain/drafts/read-draft.js'
import { serveOfficer } from '../serve.js'

export const readDraftRoute = (readDraft: ReadDraft) =>
  serveOfficer(endpoints.readDraft, async (caller, { params }) => ({
    body: await readDraft(caller, params.draft),
  }))
