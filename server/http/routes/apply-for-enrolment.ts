import { endpoints } from '../../contract/endpoints.js'
import type { ApplyForEnrolment } from '../../domain/enrolment/apply-for-enrolment.js'
import { serve } from '../serve.js'

export const applyForEnrolmentRoute = (applyForEnrolment: ApplyForEnrolment) =>
  serve(endpoints.applyForEnrolment, async ({ body }) => ({ body: await applyForEnrolment(body) }))
