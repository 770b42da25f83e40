import { endpoints } from '../../contract/endpoints.js'
import type { PublishSuspension } from '../../domain/directory/publish-suspension.js'
import { serve } from '../serve.js'

export const publishSuspensionRoute = (publishSuspension: PublishSuspension) =>
  serve(endpoints.publishSuspension, async ({ body }) => ({
    body: { evidence: await publishSuspension(body) },
  }))
