import { endpoints } from '../../contract/endpoints.js'
import type { ListAssignments } from '../../domain/assignments/list-assignments.js'
import { serveOfficer } from '../serve.js'

export const listAssignmentsRoute = (listAssignments: ListAssignments) =>
  serveOfficer(endpoints.listAssignments, async (caller, { query }) => ({
    body: await listAssignments(caller, query),
  }))
