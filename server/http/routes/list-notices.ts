import { endpoints } from '../../contract/endpoints.js'
import type { ListNotices } from '../../domain/list-notices.js'
import { serveOfficer } from '../serve.js'

export const listNoticesRoute = (listNotices: ListNotices) =>
  serveOfficer(endpoints.listNotices, async (caller, { query }) => ({
    body: await listNotices(caller, query),
  }))
