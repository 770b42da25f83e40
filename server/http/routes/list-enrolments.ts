import { endpoints } from '../../contract/endpoints.js'
import type { ListEnrolments } from '../../domain/enrolment/list-enrolments.js'
import { serve } from '../serve.js'

export const listEnrolmentsRoute = (listEnrolments: ListEnrolments) =>
  serve(endpoints.listEnrolments, async ({ body }) => ({ body: await listEnrolments(body) }))
