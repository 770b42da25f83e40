import { endpoints } from '../../contract/endpoints.js'
import type { PublishRetention } from '../../domain/retention/publish-retention.js'
import { serve } from '../serve.js'

export const publishRetentionRoute = (publishRetention: PublishRetention) =>
  serve(endpoints.publishRetention, async ({ body }) => ({
    body: { evidence: await publishRetention(body) },
  }))
