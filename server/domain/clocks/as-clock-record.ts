import type { ClockRecord } from '../../contract/wire.js'
import { timestamp } from '../timestamp.js'
import type { StoredClock } from './clock-store.js'

/** A clock as an officer of its authority is shown it. */
export const asClockRecord = ({ statement, credential, rings }: StoredClock): ClockRecord => ({
  request: statement,
  credential,
  rings: rings.map(({ revision, stage, due, at }) => ({
    revision,
    stage,
    due: timestamp(due),
    at: timestamp(at),
  })),
})
