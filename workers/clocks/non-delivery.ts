import type { JudgeNonDelivery } from '#server/domain/packages/judge-non-delivery.js'
import type { Processor } from '../processor.js'

/** Evidence D.4, provisional and final, for every recipient whom no notice reached. */
export const nonDelivery =
  (judgeNonDelivery: JudgeNonDelivery): Processor<'clocks.non-delivery'> =>
  (about) =>
    judgeNonDelivery(about)
