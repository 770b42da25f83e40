import type { DeliverNotice } from '#server/domain/duty/deliver-notice.js'
import type { Processor } from '../processor.js'

/** One notice to one mailbox; evidence D.3 where it is an alert. */
export const deliver =
  (deliverNotice: DeliverNotice): Processor<'notifications.deliver'> =>
  (about) =>
    deliverNotice(about)
