import { z } from 'zod'
import { AuthorityId } from '#crypto/fields/fields.js'
import { Urgency } from '#crypto/package/header.js'
import type { Draft } from '../../core/packages/draft.js'
import { diskDocument } from '../../files/disk-document.js'
import { LANGUAGES } from '../../languages/language.js'
import { expectedOfMarks, marksOf, marksOptions } from './marks-options.js'
import type { FilledForm } from './read-form.js'

/** What `send` and `check` have in common: what is to be sent, to whom, and in which language to speak of it. */
export const draftOptions = {
  to: z.array(AuthorityId).default([]),
  template: z.string().optional(),
  attach: z.array(z.string()).default([]),
  urgency: Urgency,
  ...marksOptions,
  lang: z.enum(LANGUAGES).default('en'),
}
type DraftOptions = z.output<z.ZodObject<typeof draftOptions>>

export const expectedOfDraft: Partial<Record<PropertyKey, string>> = {
  to: '--to takes authority ids, such as xb.pgo',
  ...expectedOfMarks,
}

export async function draftOf(
  { template, form }: FilledForm,
  { to, attach, urgency, ...options }: DraftOptions,
): Promise<Draft> {
  return {
    to,
    template,
    form,
    documents: await Promise.all(attach.map(diskDocument)),
    urgency,
    marks: marksOf(options),
  }
}
