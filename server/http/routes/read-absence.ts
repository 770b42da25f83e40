import { endpoints } from '../../contract/endpoints.js'
import type { StateAbsence } from '../../domain/evidence/state-absence.js'
import { serveOfficer } from '../serve.js'

export const readAbsenceRoute = (stateAbsence: StateAbsence) =>
  serveOfficer(endpoints.readAbsence, async (caller, { params }) => ({
    body: await stateAbsence(caller, params.package, params.recipient),
  }))
