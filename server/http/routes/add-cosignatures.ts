import { endpoints } from '../../contract/endpoints.js'
import type { AddCosignatures } from '../../domain/log/add-cosignatures.js'
import { serveOfficer } from '../serve.js'

export const addCosignaturesRoute = (addCosignatures: AddCosignatures) =>
  serveOfficer(endpoints.addCosignatures, async (caller, { body }) => ({
    body: await addCosignatures(caller, body),
  }))
