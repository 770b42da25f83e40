import { endpoints } from '../../contract/endpoints.js'
import type { ListPackages } from '../../domain/packages/list-packages.js'
import { serveOfficer } from '../serve.js'

export const listPackagesRoute = (listPackages: ListPackages) =>
  serveOfficer(endpoints.listPackages, async (caller, { query }) => ({
    body: await listPackages(caller, query),
  }))
