import { endpoints } from '../../contract/endpoints.js'
import type { DecideEnrolment } from '../../domain/enrolment/decide-enrolment.js'
import { serve } from '../serve.js'

export const decideEnrolmentRoute = (decideEnrolment: DecideEnrolment) =>
  serve(endpoints.decideEnrolment, async ({ body }) => ({ body: await decideEnrolment(body) }))
