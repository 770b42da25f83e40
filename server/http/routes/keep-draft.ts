import { endpoints } from '../../contract/endpoints.js'
import { MAX_DRAFT_BYTES } from '../../contract/draft-wire.js'
import type { KeepDraft } from '../../domain/drafts/keep-draft.js'
import { serveOfficer } from '../serve.js'

/** The sealed version, its JSON escapes, and its place among the others. */
const MAX_BODY_BYTES = MAX_DRAFT_BYTES + 256 * 1024

export const keepDraftRoute = (keepDraft: KeepDraft) =>
  serveOfficer(
    endpoints.keepDraft,
    async (caller, { params, body }) => ({ body: await keepDraft(caller, params.draft, body) }),
    { maxBodyBytes: MAX_BODY_BYTES },
  )
