import { z } from 'zod'
import { AuthorityId, text } from '#crypto/fields/fields.js'
import { Urgency } from '#crypto/package/header.js'
import { isLatin1 } from '../files/latin-1.js'
import { currentTemplate } from '../templates/catalogue.js'
import { Condition } from '../templates/format.js'

const TemplateId = z
  .string()
  .refine((id) => currentTemplate(id) !== undefined, 'a template that there is')

/** Seconds after what happened last in the case; a training may take its time, a test none. */
const after = z.number().min(0).max(31_536_000).optional()

const Step = z.union([
  /** Signs the receipt of the request, or rejects its consignment with a reason. */
  z.strictObject({ acknowledge: z.union([z.literal(true), text(500)]), after }),
  /** Sends an answer in the case, with a letter if it has `letter` lines. */
  z.strictObject({
    send: TemplateId,
    form: z.record(z.string().max(40), z.json()),
    letter: z
      .array(z.union([text(90).refine(isLatin1, 'is not in Latin letters'), z.literal('')]))
      .max(40)
      .optional(),
    after,
  }),
  /** Goes on once the other side has sent this. */
  z.strictObject({ await: TemplateId }),
])
export type Step = z.infer<typeof Step>

const Scenario = z.strictObject({
  /** Of what it is the answer; the first scenario that fits is played. Without it, of everything. */
  when: z
    .strictObject({
      templates: z.array(TemplateId).min(1).max(40).optional(),
      from: z.array(AuthorityId).min(1).max(100).optional(),
      urgency: z.array(Urgency).min(1).optional(),
      form: Condition.optional(),
    })
    .optional(),
  steps: z.array(Step).min(1).max(50),
})
export type Scenario = z.infer<typeof Scenario>

/** How a simulated counterpart behaves: data, so that a training needs no code. */
export const Script = z.strictObject({
  name: text(100),
  about: text(500),
  scenarios: z.array(Scenario).min(1).max(50),
})
export type Script = z.infer<typeof Script>
