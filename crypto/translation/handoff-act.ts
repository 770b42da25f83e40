import { z } from 'zod'
import { Accreditation } from '../directory/accreditation.js'
import {
  Digest,
  HandoffId,
  LanguageTag,
  Length,
  PackageId,
  PartId,
  text,
  Timestamp,
} from '../fields/fields.js'
import { areDistinct } from '../package/header.js'
import { sealedLength } from '../stream/layout.js'
import { MAX_HANDOFF_PARTS, MAX_TURNS } from './handoff.js'

/**
 * Whether a machine had a hand in it. A mark that is made is never taken off: whatever is said of the
 * translation later repeats it.
 */
export const MachineMark = z.enum(['none', 'post-edited', 'draft'])
export type MachineMark = z.infer<typeof MachineMark>

const of = {
  handoff: HandoffId,
  /** Digest of the hand-off statement. */
  assignment: Digest,
  declared: Timestamp,
}
const turn = z
  .number()
  .int()
  .min(0)
  .max(MAX_TURNS - 1)
/** An envelope to the authority, of a review to the translator, too, that says more than the relay is to know. */
const detail = z
  .string()
  .min(2)
  .max(16 * 1024)
  .nullable()

/** A translator takes the hand-off on, and declares what it rests on, with the dates. */
export const AcceptAct = z.strictObject({
  act: z.literal('accept'),
  ...of,
  turn,
  accreditation: Accreditation.nullable(),
  clearance: text(80).nullable(),
  confidentialitySince: Timestamp,
  conflictExcluded: Timestamp,
})

export const DeclineAct = z.strictObject({
  act: z.literal('decline'),
  ...of,
  turn,
  reason: z.enum(['capacity', 'conflict', 'language', 'clearance', 'deadline', 'other']),
  detail,
})

/**
 * A translation is given back. Each target names the item of the source that it translates; `length` and
 * `digest` are the ciphertext's, `envelope` the digest of the envelope that opens it. `package` is the id under
 * which the targets were uploaded: that of the hand-off.
 */
export const ReturnAct = z
  .strictObject({
    act: z.literal('return'),
    ...of,
    turn,
    language: LanguageTag,
    machine: MachineMark,
    complete: z.boolean(),
    package: PackageId,
    targets: z
      .array(
        z.strictObject({
          item: PartId,
          part: PartId,
          length: Length.refine((length) => length > sealedLength(0), 'a target is not empty'),
          digest: Digest,
        }),
      )
      .min(1)
      .max(MAX_HANDOFF_PARTS),
    envelope: Digest,
  })
  .refine(({ targets }) => areDistinct(targets.map(({ item }) => item)), 'each item once')
  .refine(({ targets }) => areDistinct(targets.map(({ part }) => part)), 'each target once')
export type ReturnAct = z.infer<typeof ReturnAct>

/** A second linguist's judgement on one return. */
export const ReviewAct = z.strictObject({
  act: z.literal('review'),
  ...of,
  return: Digest,
  outcome: z.enum(['approved', 'changes-wanted']),
  detail,
})

/** The reviewer stands behind a certified statement (`rogatory-translation`). */
export const CountersignAct = z.strictObject({
  act: z.literal('countersign'),
  ...of,
  translation: Digest,
})

/** The authority takes it back: nothing is handed out any more. What was done stays on record. */
export const RecallAct = z.strictObject({
  act: z.literal('recall'),
  ...of,
  ground: z.enum(['breach', 'source-changed', 'reassigned', 'no-longer-needed', 'mistake']),
  detail,
})

/** Payload of `rogatory-handoff-act`: what somebody does about a hand-off. */
export const HandoffAct = z.discriminatedUnion('act', [
  AcceptAct,
  DeclineAct,
  ReturnAct,
  ReviewAct,
  CountersignAct,
  RecallAct,
])
export type HandoffAct = z.infer<typeof HandoffAct>
