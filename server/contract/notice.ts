import { z } from 'zod'
import { AuthorityId, Digest, Timestamp } from '#crypto/fields/fields.js'

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
])
export type Notice = z.infer<typeof Notice>
export const noticeKinds = Notice.options.map(({ shape }) => shape.kind.value)
