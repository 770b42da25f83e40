import { endpoints } from '../../contract/endpoints.js'
import { judgeReadiness, type ReadyChecks } from '../judge-readiness.js'
import { serve } from '../serve.js'

export const readyRoute = (checks: ReadyChecks) =>
  serve(endpoints.ready, () => judgeReadiness(checks))
