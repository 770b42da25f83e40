import type { DraftContent } from '#crypto/drafts/draft-version.js'
import type { MergeConflict } from '../../core/drafting/merge-drafts.js'
import type { Language } from '../../languages/language.js'
import { templateOf } from '../../templates/catalogue.js'
import { labelOf } from '../../templates/label-of.js'
import { readableForm } from '../../templates/readable-form.js'
import { rawText } from '../../templates/readable-value.js'

/** A place that two versions of a draft say differently, in words. What one of them leaves empty is ''. */
export type ConflictRow = {
  readonly at: string
  readonly place: string
  readonly beside: string
  readonly inForce: string
}

/** What stands beside the form, by the member of a draft: its label, and its value in words. */
export type OutsideWords = {
  readonly label: (at: string) => string | undefined
  readonly value: (at: string, value: unknown) => string | undefined
}

/** What both have changed, side by side: by the labels of the form, and with its values as people read them. */
export function conflictRows(
  conflicts: readonly MergeConflict[],
  { template }: Pick<DraftContent, 'template'>,
  language: Language,
  outside: OutsideWords,
): readonly ConflictRow[] {
  const known = template ? templateOf(template.id, template.version) : undefined
  return conflicts.map(({ at, yours, theirs }) => {
    const path = at.split('.')
    const inForm = path[0] === 'form' ? path.slice(1) : []
    const say = (value: unknown): string => {
      if (value === undefined || value === null) return ''
      if (inForm.length === 0) return outside.value(at, value) ?? rawText(value)
      const lines = readableForm(known, nested(inForm, value), language)
      const said = lines.filter(({ value: text }) => text !== undefined)
      const isOne = !Array.isArray(value) && said.length === 1
      return said
        .map(({ label, value: text = '' }) => (isOne ? text : `${label}: ${text}`))
        .join('\n')
    }
    const place =
      known !== undefined && inForm.length > 0
        ? labelOf(known, inForm.join('.'), language)
        : (outside.label(at) ?? at)
    return { at, place, beside: say(yours), inForce: say(theirs) }
  })
}

/** A form in which nothing stands but this. */
const nested = (path: readonly string[], value: unknown): unknown =>
  path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value)
