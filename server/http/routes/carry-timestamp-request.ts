import { endpoints } from '../../contract/endpoints.js'
import type { CarryTimestampRequest } from '../../domain/timestamps/carry-timestamp-request.js'
import { serveOfficer } from '../serve.js'

export const carryTimestampRequestRoute = (carryTimestampRequest: CarryTimestampRequest) =>
  serveOfficer(endpoints.carryTimestampRequest, async (caller, { body }) => ({
    body: await carryTimestampRequest(caller, body),
  }))
