import { endpoints } from '../../contract/endpoints.js'
import type { ResealPackage } from '../../domain/resealing/reseal-package.js'
import { serveOfficer } from '../serve.js'

export const resealPackageRoute = (resealPackage: ResealPackage) =>
  serveOfficer(
    endpoints.resealPackage,
    async (caller, { params, body }) => ({
      body: { evidence: await resealPackage(caller, params.package, body) },
    }),
    // An envelope of its greatest length and the statements around it.
    { maxBodyBytes: 4 * 1024 * 1024 },
  )
