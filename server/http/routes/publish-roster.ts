import { endpoints } from '../../contract/endpoints.js'
import type { PublishRoster } from '../../domain/duty/publish-roster.js'
import { serveOfficer } from '../serve.js'

export const publishRosterRoute = (publishRoster: PublishRoster) =>
  serveOfficer(
    endpoints.publishRoster,
    async (caller, { body }) => ({
      body: await publishRoster(caller, body),
    }),
    { maxBodyBytes: 256 * 1024 },
  )
