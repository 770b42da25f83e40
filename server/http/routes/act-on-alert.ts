import { endpoints } from '../../contract/endpoints.js'
import type { ActOnAlert } from '../../domain/duty/act-on-alert.js'
import { serveOfficer } from '../serve.js'

export const actOnAlertRoute = (actOnAlert: ActOnAlert) =>
  serveOfficer(endpoints.actOnAlert, async (caller, { params, body }) => ({
    body: await actOnAlert(caller, params.package, body),
  }))
