import { endpoints } from '../../contract/endpoints.js'
import type { ReadDraftVersion } from '../../domain/drafts/read-draft.js'
import { serveOfficer } from '../serve.js'

export const readDraftVersionRoute = (readDraftVersion: ReadDraftVersion) =>
  serveOfficer(endpoints.readDraftVersion, async (caller, { params }) => ({
    body: await readDraftVersion(caller, params.draft, params.version),
  }))
