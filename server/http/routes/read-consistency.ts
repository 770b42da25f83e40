import { endpoints } from '../../contract/endpoints.js'
import type { ProveConsistency } from '../../domain/log/prove-consistency.js'
import { serve } from '../serve.js'

export const readConsistencyRoute = (proveConsistency: ProveConsistency) =>
  serve(endpoints.readConsistency, async ({ query }) => ({ body: await proveConsistency(query) }))
