import { endpoints } from '../../contract/endpoints.js'
import type { ReadPackage } from '../../domain/packages/read-package.js'
import { serveOfficer } from '../serve.js'

export const readPackageRoute = (readPackage: ReadPackage) =>
  serveOfficer(endpoints.readPackage, async (caller, { params }) => ({
    body: await readPackage(caller, params.package),
  }))
