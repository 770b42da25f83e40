import { endpoints } from '../../contract/endpoints.js'
import type { ListDrafts } from '../../domain/drafts/list-drafts.js'
import { serveOfficer } from '../serve.js'

export const listDraftsRoute = (listDrafts: ListDrafts) =>
  serveOfficer(endpoints.listDrafts, async (caller, { query }) => ({
    body: await listDrafts(caller, query),
  }))
