import { endpoints } from '../../contract/endpoints.js'
import type { EndSession } from '../../domain/sessions/end-session.js'
import { serveOfficer } from '../serve.js'

export const endSessionRoute = (endSession: EndSession) =>
  serveOfficer(endpoints.endSession, async (caller, { params }) => ({
    body: await endSession(caller, params.session),
  }))
