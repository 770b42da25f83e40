import { endpoints } from '../../contract/endpoints.js'
import type { ListHandoffs } from '../../domain/translation/read-handoff.js'
import { serveOfficer } from '../serve.js'

export const listHandoffsRoute = (listHandoffs: ListHandoffs) =>
  serveOfficer(endpoints.listHandoffs, async (caller, { query }) => ({
    body: await listHandoffs(caller, query),
  }))
