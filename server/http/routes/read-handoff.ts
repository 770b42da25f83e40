import { endpoints } from '../../contract/endpoints.js'
import type { ReadHandoff } from '../../domain/translation/read-handoff.js'
import { serveOfficer } from '../serve.js'

export const readHandoffRoute = (readHandoff: ReadHandoff) =>
  serveOfficer(endpoints.readHandoff, async (caller, { params }) => ({
    body: await readHandoff(caller, params.handoff),
  }))
