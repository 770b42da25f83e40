import { endpoints } from '../../contract/endpoints.js'
import type { ListNotices } from '../../domain/notices/list-notices.js'
import { serveOfficer } from '../serve.js'

export const listNoticesRoute = (listNotices: ListNotices) =>
  serveOfficer(endpoints.listNotices, async (caller, { query }) => ({
    body: await listNotices(caller, query),
  }))
