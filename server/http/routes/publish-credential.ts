import { endpoints } from '../../contract/endpoints.js'
import type { PublishCredential } from '../../domain/directory/publish-credential.js'
import { serve } from '../serve.js'

export const publishCredentialRoute = (publishCredential: PublishCredential) =>
  serve(endpoints.publishCredential, async ({ body }) => ({
    body: { evidence: await publishCredential(body) },
  }))
