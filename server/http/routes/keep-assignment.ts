import { endpoints } from '../../contract/endpoints.js'
import type { KeepAssignment } from '../../domain/assignments/keep-assignment.js'
import { serveOfficer } from '../serve.js'

export const keepAssignmentRoute = (keepAssignment: KeepAssignment) =>
  serveOfficer(endpoints.keepAssignment, async (caller, { params, body }) => ({
    body: await keepAssignment(caller, params.case, body),
  }))
