import type { JudgeAcknowledgement } from '#server/domain/clocks/judge-acknowledgement.js'
import type { Processor } from '../processor.js'

/** Evidence K.1 and K.2 for every recipient that does not acknowledge in time. */
export const acknowledgement =
  (judgeAcknowledgement: JudgeAcknowledgement): Processor<'clocks.acknowledgement'> =>
  (about) =>
    judgeAcknowledgement(about)
