import type { RecordHandover } from '#server/domain/evidence/record-handover.js'
import type { Processor } from '../processor.js'

/** Evidence E.1: envelope and every part were served in full. */
export const handedOver =
  (recordHandover: RecordHandover): Processor<'receipts.handed-over'> =>
  (about) =>
    recordHandover(about)
