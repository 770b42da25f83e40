import { endpoints } from '../../contract/endpoints.js'
import type { PublishEntry } from '../../domain/directory/publish-entry.js'
import { serve } from '../serve.js'

export const publishEntryRoute = (publishEntry: PublishEntry) =>
  serve(endpoints.publishEntry, async ({ body }) => ({
    body: { evidence: await publishEntry(body) },
  }))
