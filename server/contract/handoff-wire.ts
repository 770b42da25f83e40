/**
 * Hand-offs to translators as they go over the wire: statements, sealed envelopes, and evidence.
 *
 * @packageDocumentation
 */
import { z } from 'zod'
import { MAX_ENVELOPE_BYTES } from '#crypto/envelope/read-envelope.js'
import { Digest, HandoffId, PartId } from '#crypto/fields/fields.js'
import { MAX_TURNS } from '#crypto/translation/handoff.js'
import { EvidenceItem, Statement } from './wire.js'

const Envelope = z.string().min(2).max(MAX_ENVELOPE_BYTES)

/** Octets of all envelopes of one hand-off at most: keys and names, no documents. */
export const MAX_HANDOFF_BYTES = 4 * 1024 * 1024

/** A hand-off, with one envelope for each turn in their order, and the reviewer's last if there is one. */
export const NewHandoff = z.strictObject({
  statement: Statement.describe('rogatory-handoff'),
  credential: Statement,
  envelopes: z
    .array(Envelope)
    .min(1)
    .max(MAX_TURNS + 1),
})
export type NewHandoff = z.infer<typeof NewHandoff>

/** What somebody does about a hand-off. A return comes with the envelope that opens its targets. */
export const NewHandoffAct = z.strictObject({
  statement: Statement.describe('rogatory-handoff-act or rogatory-translation'),
  credential: Statement,
  envelope: Envelope.nullable(),
})
export type NewHandoffAct = z.infer<typeof NewHandoffAct>

/** Everything that was stated about a hand-off, for whoever may see it. */
export const HandoffRecord = z.strictObject({
  statement: Statement,
  credential: Statement,
  acts: z.array(z.strictObject({ statement: Statement, credential: Statement })),
  evidence: z.array(EvidenceItem),
  envelope: Digest.nullable().describe('The envelope that is the caller’s to have now, if any.'),
})
export type HandoffRecord = z.infer<typeof HandoffRecord>

export const HandoffParams = z.strictObject({ handoff: HandoffId })
export const HandoffEnvelopeParams = z.strictObject({ handoff: HandoffId, digest: Digest })
export const HandoffPartParams = z.strictObject({ handoff: HandoffId, part: PartId })
export const HandoffPage = z.strictObject({
  handoffs: z.array(HandoffRecord),
  next: HandoffId.nullable(),
})
export type HandoffPage = z.infer<typeof HandoffPage>
