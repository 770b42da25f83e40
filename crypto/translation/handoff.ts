import { z } from 'zod'
import {
  AuthorityId,
  Digest,
  HandoffId,
  Kid,
  LanguageTag,
  Length,
  OfficerId,
  PackageId,
  PartId,
  Timestamp,
} from '../fields/fields.js'
import { areDistinct } from '../package/header.js'

/** So many translators may stand in one rotation, and so many parts be handed to each. */
export const MAX_TURNS = 8
export const MAX_HANDOFF_PARTS = 128
export const MAX_REMINDERS = 4

/** So often a translation may be given back in one hand-off: all that is done about it fits into one bundle. */
export const MAX_RETURNS = 16

/** An officer, wherever: `kid` is the officer's own key, which signs what the officer does. */
export const Linguist = z.strictObject({ authority: AuthorityId, officer: OfficerId, kid: Kid })
export type Linguist = z.infer<typeof Linguist>

/**
 * One translator's turn. The chosen part keys are sealed to each translator of the rotation beforehand,
 * in an envelope of its own, since the relay, which reassigns, has no key; it hands out an envelope when
 * its turn has come.
 */
export const Turn = z
  .strictObject({
    translator: Linguist,
    /** Digest of the envelope. */
    envelope: Digest,
    acceptBy: Timestamp,
    due: Timestamp,
    reminders: z.array(Timestamp).max(MAX_REMINDERS),
  })
  .refine(({ acceptBy, due }) => acceptBy < due, 'accepted before it is due')
  .refine(
    ({ reminders, due }) => [...reminders, due].every((at, i, all) => at > (all[i - 1] ?? '')),
    'reminders in order, each before it is due',
  )
export type Turn = z.infer<typeof Turn>

type Linguists = {
  readonly turns: readonly Turn[]
  readonly reviewer: { readonly linguist: Linguist } | null
}
const linguistsOf = ({ turns, reviewer }: Linguists): readonly Linguist[] => [
  ...turns.map(({ translator }) => translator),
  ...(reviewer ? [reviewer.linguist] : []),
]

/** By person and by key: one officer may hold two credentials, and must not hold one key with another. */
export const isSameLinguist = (
  a: Linguist,
  b: { readonly [name in keyof Linguist]: string },
): boolean => a.kid === b.kid || (a.authority === b.authority && a.officer === b.officer)

/**
 * Payload of `rogatory-handoff`: an officer hands parts over to be translated, and says to whom, in which
 * order, and until when. It is all that the relay sees: what the parts are is in the envelopes.
 *
 * `source` names the ciphertext: parts of a package (`header` is the digest of its header), or parts that
 * the own authority uploaded for the purpose, such as documents of a draft (`header` is null).
 */
export const Handoff = z
  .strictObject({
    handoff: HandoffId,
    authority: AuthorityId,
    declared: Timestamp,
    /** Digest of the hand-off whose source this one replaces. */
    supersedes: Digest.nullable(),
    source: z.strictObject({
      sender: AuthorityId,
      package: PackageId,
      header: Digest.nullable(),
      parts: z
        .array(z.strictObject({ part: PartId, length: Length, digest: Digest }))
        .max(MAX_HANDOFF_PARTS),
    }),
    pair: z.strictObject({ from: LanguageTag, to: LanguageTag }),
    turns: z.array(Turn).min(1).max(MAX_TURNS),
    /** A second linguist, and the digest of the envelope for them; null if an officer looks it over. */
    reviewer: z.strictObject({ linguist: Linguist, envelope: Digest }).nullable(),
  })
  .refine(({ source }) => areDistinct(source.parts.map(({ part }) => part)), 'each part once')
  .refine(({ pair }) => pair.from !== pair.to, 'two languages')
  .refine(
    ({ source, authority }) => source.header !== null || source.sender === authority,
    'parts without a package are the own authority’s',
  )
  .refine((handoff) => {
    const linguists = linguistsOf(handoff)
    return (
      areDistinct(linguists.map(({ kid }) => kid)) &&
      areDistinct(linguists.map(({ authority, officer }) => `${authority} ${officer}`))
    )
  }, 'each translator has one turn, and reviews nothing of their own')
  .refine(
    ({ turns }) => turns.every(({ acceptBy }, i) => acceptBy > (turns[i - 1]?.due ?? '')),
    'a turn is to be accepted after the one before was due',
  )
export type Handoff = z.infer<typeof Handoff>
