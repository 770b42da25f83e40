import type { JudgeDuty } from '#server/domain/duty/judge-duty.js'
import type { Processor } from '../processor.js'

/** Alerts to duty officers, step by step. */
export const duty =
  (judgeDuty: JudgeDuty): Processor<'clocks.duty'> =>
  (about) =>
    judgeDuty(about)
