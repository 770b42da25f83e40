import type { RecordNotification } from '#server/domain/evidence/record-notification.js'
import type { Processor } from '../processor.js'

/** Evidence D.3: a client of the recipient confirmed the notice. */
export const notified =
  (recordNotification: RecordNotification): Processor<'receipts.notified'> =>
  (about) =>
    recordNotification(about)
