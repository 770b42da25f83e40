import { endpoints } from '../../contract/endpoints.js'
import type { AcknowledgePackage } from '../../domain/packages/acknowledge-package.js'
import { serveOfficer } from '../serve.js'

export const acknowledgePackageRoute = (acknowledgePackage: AcknowledgePackage) =>
  serveOfficer(
    endpoints.acknowledgePackage,
    async (caller, { params, body }) => ({
      body: { evidence: await acknowledgePackage(caller, params.package, body) },
    }),
    // A receipt names up to 512 parts.
    { maxBodyBytes: 256 * 1024 },
  )
