import { endpoints } from '../../contract/endpoints.js'
import type { ListDutyActs } from '../../domain/duty/list-duty-acts.js'
import { serveOfficer } from '../serve.js'

export const listDutyActsRoute = (listDutyActs: ListDutyActs) =>
  serveOfficer(endpoints.listDutyActs, async (caller, { params }) => ({
    body: await listDutyActs(caller, params.package),
  }))
