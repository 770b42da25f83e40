import { endpoints } from '../../contract/endpoints.js'
import type { ReadHandoffEnvelope } from '../../domain/translation/read-handoff.js'
import { serveOfficer } from '../serve.js'

export const readHandoffEnvelopeRoute = (readHandoffEnvelope: ReadHandoffEnvelope) =>
  serveOfficer(endpoints.readHandoffEnvelope, async (caller, { params }) => ({
    body: await readHandoffEnvelope(caller, params.handoff, params.digest),
  }))
