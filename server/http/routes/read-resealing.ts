import { endpoints } from '../../contract/endpoints.js'
import type { ReadResealing } from '../../domain/resealing/read-resealing.js'
import { serveOfficer } from '../serve.js'

export const readResealingRoute = (readResealing: ReadResealing) =>
  serveOfficer(endpoints.readResealing, async (caller, { params }) => ({
    body: await readResealing(caller, params.package),
  }))
