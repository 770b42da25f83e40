import { endpoints } from '../../contract/endpoints.js'
import type { ReadOperations } from '../../domain/operations/read-operations.js'
import { serve } from '../serve.js'

export const readOperationsRoute = (readOperations: ReadOperations) =>
  serve(endpoints.readOperations, async ({ body }) => ({ body: await readOperations(body) }))
