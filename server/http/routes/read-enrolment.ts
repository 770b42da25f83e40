import { endpoints } from '../../contract/endpoints.js'
import type { ReadEnrolment } from '../../domain/enrolment/read-enrolment.js'
import { serve } from '../serve.js'

export const readEnrolmentRoute = (readEnrolment: ReadEnrolment) =>
  serve(endpoints.readEnrolment, async ({ params }) => ({
    body: await readEnrolment(params.application),
  }))
