import { endpoints } from '../../contract/endpoints.js'
import type { ListSessions } from '../../domain/sessions/list-sessions.js'
import { serveOfficer } from '../serve.js'

export const listSessionsRoute = (listSessions: ListSessions) =>
  serveOfficer(endpoints.listSessions, async (caller, { query }) => ({
    body: await listSessions(caller, query),
  }))
