import { endpoints } from '../../contract/endpoints.js'
import type { ReadAudit } from '../../domain/operations/read-audit.js'
import { serve } from '../serve.js'

export const readAuditRoute = (readAudit: ReadAudit) =>
  serve(endpoints.readAudit, async ({ body }) => ({ body: await readAudit(body) }))
