import { z } from 'zod'
import { AuthorityId, Digest, Length, PackageId, Timestamp } from '../fields/fields.js'
import { packageEvents, type PackageEventCode } from './event.js'

/** The rules under which a relay states absence: docs/protocol.md, clause "Absence". */
export const ABSENCE_POLICY = 'urn:rogatory:policy:absence:1'

/** So much evidence of one recipient a statement lists. */
export const MAX_LISTED_EVIDENCE = 256

const isAboutReceipt = (code: PackageEventCode) => code === 'C.3' || code === 'C.4'
const codes = Object.keys(packageEvents) as [PackageEventCode, ...PackageEventCode[]]

/**
 * Payload of `rogatory-absence`: what a relay says not to be in its log.
 *
 * Among the leaves of `checkpoint` there is no receipt of `recipient` for this header, no evidence C.3 or
 * C.4 of one, and of other evidence about that recipient exactly what `evidence` lists, in the order of
 * the leaves. `checkpoint` is the log's note, which names its origin, size and root. `time` is the relay's
 * clock, after it had looked.
 */
export const Absence = z
  .strictObject({
    issuer: AuthorityId,
    policy: z.literal(ABSENCE_POLICY),
    time: Timestamp,
    package: PackageId,
    header: Digest,
    sender: AuthorityId,
    recipient: AuthorityId,
    checkpoint: z.string().min(1).max(262_144),
    evidence: z
      .array(z.strictObject({ code: z.enum(codes), digest: Digest, index: Length }))
      .max(MAX_LISTED_EVIDENCE),
  })
  .refine((a) => !a.evidence.some(({ code }) => isAboutReceipt(code)), 'no evidence of a receipt')
  .refine(
    ({ evidence }) =>
      evidence.every(({ index }, i) => i === 0 || index > (evidence[i - 1]?.index ?? index)),
    'in the order of the leaves, each once',
  )
export type Absence = z.infer<typeof Absence>
