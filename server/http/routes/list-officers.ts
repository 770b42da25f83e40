import { endpoints } from '../../contract/endpoints.js'
import type { ListOfficers } from '../../domain/directory/list-officers.js'
import { serveOfficer } from '../serve.js'

export const listOfficersRoute = (listOfficers: ListOfficers) =>
  serveOfficer(endpoints.listOfficers, async (caller) => ({
    body: { officers: await listOfficers(caller) },
  }))
