import { endpoints } from '../../contract/endpoints.js'
import type { ProveInclusion } from '../../domain/log/prove-inclusion.js'
import { serve } from '../serve.js'

export const readInclusionRoute = (proveInclusion: ProveInclusion) =>
  serve(endpoints.readInclusion, async ({ params, query }) => {
    const { checkpoint, index, path } = await proveInclusion(params.digest, query.size)
    return { body: { checkpoint, index, path } }
  })
