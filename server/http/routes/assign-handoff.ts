import { endpoints } from '../../contract/endpoints.js'
import { MAX_HANDOFF_BYTES } from '../../contract/handoff-wire.js'
import type { AssignHandoff } from '../../domain/translation/assign-handoff.js'
import { serveOfficer } from '../serve.js'

export const assignHandoffRoute = (assignHandoff: AssignHandoff) =>
  serveOfficer(
    endpoints.assignHandoff,
    async (caller, { body }) => ({ body: await assignHandoff(caller, body) }),
    { maxBodyBytes: MAX_HANDOFF_BYTES },
  )
