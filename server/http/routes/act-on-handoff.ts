import { endpoints } from '../../contract/endpoints.js'
import { MAX_HANDOFF_BYTES } from '../../contract/handoff-wire.js'
import type { ActOnHandoff } from '../../domain/translation/act-on-handoff.js'
import { serveOfficer } from '../serve.js'

export const actOnHandoffRoute = (actOnHandoff: ActOnHandoff) =>
  serveOfficer(
    endpoints.actOnHandoff,
    async (caller, { params, body }) => ({
      body: await actOnHandoff(caller, params.handoff, body),
    }),
    { maxBodyBytes: MAX_HANDOFF_BYTES },
  )
