import { endpoints } from '../../contract/endpoints.js'
import type { ReadFeed } from '../../domain/evidence/read-feed.js'
import { serveOfficer } from '../serve.js'

export const readFeedRoute = (readFeed: ReadFeed) =>
  serveOfficer(endpoints.readFeed, async (caller, { query }) => ({
    body: await readFeed(caller, query),
  }))
