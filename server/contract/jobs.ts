import { z } from 'zod'
import { AuthorityId, Digest, HandoffId } from '#crypto/fields/fields.js'

/** A job names its package by the digest of its header: the id alone may be claimed twice. */
const aboutPackage = z.strictObject({ header: Digest })
const aboutRecipient = z.strictObject({ header: Digest, recipient: AuthorityId })

/** Job name to payload, ids only. Producers and workers both read this table; neither spells a name. */
export const jobs = {
  /** After A.1: D.1 for every recipient, then their live notice; completes A.1 if the relay died before it. */
  'receipts.consign': aboutPackage,
  /** A client of the recipient confirmed the notice: D.3, where the relay could not state it at once. */
  'receipts.notified': aboutRecipient,
  /** Envelope and every part were served in full: E.1, where the relay could not state it at once. */
  'receipts.handed-over': aboutRecipient,
  /** The package's own expiry has come: C.5 unless a receipt was there first. */
  'clocks.expiry': aboutPackage,
  /** A recipient has not acknowledged: K.1, then K.2. */
  'clocks.acknowledgement': aboutPackage,
  /** A moment of a clock that an officer asked for has come. */
  'clocks.asked': z.strictObject({ authority: AuthorityId, clock: Digest }),
  /** Nobody was notified in time: D.4, provisional then final. */
  'clocks.non-delivery': aboutPackage,
  /** Looks for keys, entries and certificates that end soon; asks for itself again. */
  'clocks.endings': z.strictObject({}),
  /** An urgent package waits for a recipient: alerts to its duty officers, step by step. */
  'clocks.duty': aboutRecipient,
  /** Something about a hand-off has happened, or one of its moments has come. */
  'translation.turn': z.strictObject({ handoff: HandoffId }),
  /** One notice to one target, which names no address. */
  'notifications.deliver': z.strictObject({
    notice: Digest,
    target: z.string().regex(/^[a-z-]{1,32}(\.[0-9a-f-]{36})?$/),
  }),
} as const

export type JobName = keyof typeof jobs
export type JobPayload<N extends JobName> = z.infer<(typeof jobs)[N]>
