import { endpoints } from '../../contract/endpoints.js'
import type { PublishRevocation } from '../../domain/directory/publish-revocation.js'
import { serve } from '../serve.js'

export const publishRevocationRoute = (publishRevocation: PublishRevocation) =>
  serve(endpoints.publishRevocation, async ({ body }) => ({
    body: { evidence: await publishRevocation(body) },
  }))
