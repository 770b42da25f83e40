import { endpoints } from '../../contract/endpoints.js'
import type { ListClocks } from '../../domain/clocks/list-clocks.js'
import { serveOfficer } from '../serve.js'

export const listClocksRoute = (listClocks: ListClocks) =>
  serveOfficer(endpoints.listClocks, async (caller, { query }) => ({
    body: await listClocks(caller, query),
  }))
