import type { PackageEventCode } from '#crypto/evidence/event.js'

/** What each event of EN 319 522-1 means to the people of both sides, in English. */
export const eventMeanings: Record<PackageEventCode, string> = {
  'A.1': 'submission accepted',
  'A.2': 'submission rejected',
  'B.1': 'accepted by the next relay',
  'B.2': 'rejected by the next relay',
  'B.3': 'next relay not reached',
  'C.1': 'acceptance asked for',
  'C.2': 'acceptance could not be asked for',
  'C.3': 'receipt: accepted',
  'C.4': 'receipt: rejected',
  'C.5': 'expired without a receipt',
  'C.6': 'notification delivered',
  'D.1': 'available to the recipient',
  'D.2': 'could not be made available',
  'D.3': 'recipient notified',
  'D.4': 'recipient not notified in time',
  'D.5': 'notification looked at',
  'D.6': 'content looked at',
  'E.1': 'handed over to the recipient',
  'E.2': 'handover failed',
  'F.1': 'passed on outside the service',
  'F.2': 'could not be passed on outside',
  'F.3': 'received from outside',
  'K.1': 'acknowledgement due soon',
  'K.2': 'not acknowledged in time',
}
