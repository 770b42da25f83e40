import type { DutyAct } from '#crypto/duty/duty-act.js'
import { signDutyAct } from '#crypto/duty/duty-act-statement.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import type { DutyActItem } from '#server/contract/wire.js'
import type { SampleSubmission } from './sample-submission.js'
import { NOW } from './world/moments.js'
import type { Officer } from './world/officers.js'

/** What an officer does about the alert of a package: takes it, as the first, unless told otherwise. */
export async function sampleDutyAct(
  officer: Officer,
  { submission, draft }: SampleSubmission,
  changes: Partial<DutyAct> = {},
): Promise<DutyActItem> {
  const act: DutyAct = {
    act: 'take',
    authority: officer.claims.authority,
    package: draft.package,
    header: await digestOf(submission.header),
    turn: 1,
    previous: null,
    detail: null,
    declared: NOW.toISOString(),
    ...changes,
  }
  return { act: await signDutyAct(act, officer.key), credential: officer.credential }
}
