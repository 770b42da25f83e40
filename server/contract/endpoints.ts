import { apiEndpoints } from './endpoints/api-endpoints.js'
import { assignmentEndpoints } from './endpoints/assignment-endpoints.js'
import { draftEndpoints } from './endpoints/draft-endpoints.js'
import { clockEndpoints } from './endpoints/clock-endpoints.js'
import { directoryEndpoints } from './endpoints/directory-endpoints.js'
import { dutyEndpoints } from './endpoints/duty-endpoints.js'
import { enrolmentEndpoints } from './endpoints/enrolment-endpoints.js'
import { handoffEndpoints } from './endpoints/handoff-endpoints.js'
import { healthEndpoints } from './endpoints/health-endpoints.js'
import { logEndpoints } from './endpoints/log-endpoints.js'
import { noticeEndpoints } from './endpoints/notice-endpoints.js'
import { officerEndpoints } from './endpoints/officer-endpoints.js'
import { operationsEndpoints } from './endpoints/operations-endpoints.js'
import { packageEndpoints } from './endpoints/package-endpoints.js'
import { resealingEndpoints } from './endpoints/resealing-endpoints.js'
import { retentionEndpoints } from './endpoints/retention-endpoints.js'
import { sessionEndpoints } from './endpoints/session-endpoints.js'
import { timestampEndpoints } from './endpoints/timestamp-endpoints.js'

/** The wire contract, complete: nothing is served that does not stand here. */
export const endpoints = {
  ...officerEndpoints,
  ...sessionEndpoints,
  ...directoryEndpoints,
  ...enrolmentEndpoints,
  ...packageEndpoints,
  ...resealingEndpoints,
  ...draftEndpoints,
  ...assignmentEndpoints,
  ...noticeEndpoints,
  ...clockEndpoints,
  ...dutyEndpoints,
  ...handoffEndpoints,
  ...retentionEndpoints,
  ...operationsEndpoints,
  ...logEndpoints,
  ...timestampEndpoints,
  ...apiEndpoints,
  ...healthEndpoints,
} as const
export type EndpointName = keyof typeof endpoints

/** tus 1.0 (creation, termination, expiration) speaks here; Upload-Metadata carries package, part, digest. */
export const UPLOADS_PATH = '/v1/uploads'
