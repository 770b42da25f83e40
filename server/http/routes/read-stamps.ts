import { endpoints } from '../../contract/endpoints.js'
import type { ReadStamps } from '../../domain/log/read-stamps.js'
import { serve } from '../serve.js'

export const readStampsRoute = (readStamps: ReadStamps) =>
  serve(endpoints.readStamps, async ({ query }) => ({ body: await readStamps(query) }))
