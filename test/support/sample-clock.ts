import type { ClockRequest } from '#crypto/clock/clock-request.js'
import { signClock } from '#crypto/clock/sign-clock.js'
import type { ClockItem } from '#server/contract/wire.js'
import type { SampleSubmission } from './sample-submission.js'
import { after, NOW } from './world/moments.js'
import type { Officer } from './world/officers.js'

const DAY = 24 * 3600

/** What an officer asks of a clock that runs for 30 days from NOW and warns after 20. */
export async function sampleClock(
  officer: Officer,
  { draft }: SampleSubmission,
  changes: Partial<ClockRequest> & Pick<ClockRequest, 'evidence'>,
): Promise<ClockItem> {
  const request: ClockRequest = {
    clock: 'c'.repeat(64),
    revision: 1,
    authority: officer.claims.authority,
    case: draft.case,
    state: 'running',
    due: after(NOW, 30 * DAY).toISOString(),
    warnings: [after(NOW, 20 * DAY).toISOString()],
    detail: '{}',
    declared: NOW.toISOString(),
    ...changes,
  }
  return { request: await signClock(request, officer.key), credential: officer.credential }
}
