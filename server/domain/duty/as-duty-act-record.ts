import type { DutyActRecord } from '../../contract/wire.js'
import { after, timestamp } from '../timestamp.js'
import type { StoredDutyAct } from './duty-act-store.js'

/** An act about an alert as officers of its authority are shown it. */
export const asDutyActRecord = (
  { statement, credential, keptAt, act }: StoredDutyAct,
  pauseMs: number,
): DutyActRecord => ({
  act: statement,
  credential,
  at: timestamp(keptAt),
  until: act === 'take' ? timestamp(after(keptAt, pauseMs)) : null,
})
