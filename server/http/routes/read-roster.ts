import { endpoints } from '../../contract/endpoints.js'
import type { ReadRoster } from '../../domain/duty/read-roster.js'
import { serveOfficer } from '../serve.js'

export const readRosterRoute = (readRoster: ReadRoster) =>
  serveOfficer(endpoints.readRoster, async (caller) => ({ body: await readRoster(caller) }))
