import { z } from 'zod'
import { type HandoffEventCode, handoffEvents } from '#crypto/evidence/event.js'
import {
  AuthorityId,
  CaseId,
  Digest,
  HandoffId,
  Kid,
  OfficerId,
  PackageId,
  Timestamp,
} from '#crypto/fields/fields.js'
import { ClientKind } from './session-wire.js'

/**
 * What ends. Of a key and a credential `of` is the kid, of an entry its digest, of a certificate its
 * fingerprint: never the name of a person.
 */
export const EndingKind = z.enum([
  'certificate',
  'entry',
  'key',
  'credential',
  'timestamp-certificate',
])

const everyNotice = {
  id: Digest.describe('The same for the same occasion: a notice that comes twice is one.'),
  authority: AuthorityId.describe('Whom it is for.'),
  at: Timestamp,
}

const ofClock = {
  clock: Digest.describe('The opaque name of a clock that an officer asked for.'),
  case: CaseId,
  revision: z.number().int().min(1),
  due: Timestamp.describe('The moment of the warning, or of the lapse.'),
}

/**
 * Told to the holder of the key in person: somebody signed in with it from a client that was not known, another
 * credential was published for it, it was revoked.
 */
const ofAccess = {
  kid: Kid,
  what: z.enum(['new-client', 'credential', 'revocation']),
  client: ClientKind.nullable(),
}

/**
 * What the relay tells one authority besides evidence: nothing of it is signed or in the log, and nothing
 * of it is content. Over the socket as it happens, and kept.
 */
export const Notice = z.discriminatedUnion('kind', [
  z.strictObject({
    ...everyNotice,
    kind: z.literal('keys.expiring'),
    what: EndingKind,
    of: z.string().max(128),
    ends: Timestamp,
    warning: z
      .union([60, 30, 14, 7, 0].map((days) => z.literal(days)))
      .describe('Days ahead that have come, 0 once it has ended.'),
  }),
  z.strictObject({
    ...everyNotice,
    kind: z.literal('clock.warning'),
    ...ofClock,
  }),
  z.strictObject({ ...everyNotice, kind: z.literal('clock.lapsed'), ...ofClock }),
  z.strictObject({
    ...everyNotice,
    kind: z.literal('handoff.step'),
    handoff: HandoffId,
    code: z
      .enum(Object.keys(handoffEvents) as [HandoffEventCode, ...HandoffEventCode[]])
      .describe('Of the evidence: H.1 assigned, H.4 reminder, H.5 overdue, H.6 reassigned, …'),
    turn: z.number().int().min(0).max(64),
    moment: Timestamp.nullable().describe('What had come, of H.4 and H.5.'),
    time: Timestamp,
    linguists: z
      .array(Kid)
      .max(2)
      .optional()
      .describe(
        'Keys of the authority’s own translator or reviewer whom it concerns: told in person.',
      ),
  }),
  z.strictObject({ ...everyNotice, kind: z.literal('officer.access'), ...ofAccess }),
  z.strictObject({
    ...everyNotice,
    kind: z.literal('duty.alert'),
    package: PackageId,
    header: Digest,
    sender: AuthorityId,
    urgency: z.enum(['urgent', 'emergency']),
    begins: Timestamp.describe('When it was made available to the authority.'),
    step: z.number().int().min(0).max(16).describe('Of the escalation, from 0.'),
    steps: z.number().int().min(1).max(17),
    officers: z.array(OfficerId).max(100).describe('Whom this step alerts.'),
  }),
  z.strictObject({
    ...everyNotice,
    kind: z.literal('duty.act'),
    package: PackageId,
    header: Digest,
    act: z.enum(['take', 'stand-down']),
    turn: z.number().int().min(1),
    officer: OfficerId.describe('Who acted on the alert.'),
    until: Timestamp.nullable().describe('Until when the escalation stands still; null: for good.'),
  }),
])
export type Notice = z.infer<typeof Notice>
/** Of something that ends. */
export type EndingNotice = Extract<Notice, { readonly kind: 'keys.expiring' }>
export const noticeKinds = Notice.options.map(({ shape }) => shape.kind.value)
