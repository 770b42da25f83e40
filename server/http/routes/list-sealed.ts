import { endpoints } from '../../contract/endpoints.js'
import type { ListSealed } from '../../domain/resealing/list-sealed.js'
import { serveOfficer } from '../serve.js'

export const listSealedRoute = (listSealed: ListSealed) =>
  serveOfficer(endpoints.listSealed, async (caller, { query }) => ({
    body: await listSealed(caller, query),
  }))
