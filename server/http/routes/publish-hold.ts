import { endpoints } from '../../contract/endpoints.js'
import type { PublishHold } from '../../domain/retention/publish-hold.js'
import { serve } from '../serve.js'

export const publishHoldRoute = (publishHold: PublishHold) =>
  serve(endpoints.publishHold, async ({ body }) => ({ body: await publishHold(body) }))
