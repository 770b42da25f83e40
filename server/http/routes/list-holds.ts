import { endpoints } from '../../contract/endpoints.js'
import type { ListHolds } from '../../domain/retention/list-holds.js'
import { serve } from '../serve.js'

export const listHoldsRoute = (listHolds: ListHolds) =>
  serve(endpoints.listHolds, async ({ body }) => ({ body: await listHolds(body) }))
