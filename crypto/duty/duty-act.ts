import { z } from 'zod'
import { AuthorityId, Digest, PackageId, Timestamp } from '../fields/fields.js'

/** So often one alert may change hands. */
export const MAX_TURNS = 64

/**
 * Payload of `rogatory-duty`: what a duty officer does about an alert to the own authority. Whoever takes it
 * over holds its escalation up for a while; whoever stands it down, as a false alarm, ends it, until somebody takes it again.
 * Only a receipt answers the package.
 *
 * `turn` counts within one header and authority and `previous` is the digest of the act before, so that two
 * officers cannot act at once without one of them learning of the other. `detail` is an envelope to the own
 * authority with what the officer says of it: the relay learns who and when.
 */
export const DutyAct = z
  .strictObject({
    act: z.enum(['take', 'stand-down']),
    authority: AuthorityId,
    package: PackageId,
    header: Digest,
    turn: z.number().int().min(1).max(MAX_TURNS),
    previous: Digest.nullable(),
    detail: z
      .string()
      .min(2)
      .max(16 * 1024)
      .nullable(),
    declared: Timestamp,
  })
  .refine(({ turn, previous }) => (turn === 1) === (previous === null), 'only the first is first')
  .refine(({ act, detail }) => act === 'take' || detail !== null, 'a stand-down says why')
export type DutyAct = z.infer<typeof DutyAct>
