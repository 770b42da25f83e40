import { endpoints } from '../../contract/endpoints.js'
import type { AssembleProof } from '../../domain/evidence/assemble-proof.js'
import { serveOfficer } from '../serve.js'

export const readProofRoute = (assembleProof: AssembleProof) =>
  serveOfficer(endpoints.readProof, async (caller, { params, query }) => ({
    body: await assembleProof(caller, params.package, query.covering),
  }))
