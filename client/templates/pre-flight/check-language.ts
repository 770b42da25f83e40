import { LanguageTag } from '#crypto/fields/fields.js'
import { valuesAt } from '../form-value.js'
import { isLanguageIn } from './accepted-languages.js'
import type { PreFlightDraft, PreFlightSides } from './draft.js'
import type { Stated } from './finding.js'

const source = { instrument: 'untoc', article: '18 (14)' }

/** Whether the original, or a translation, is in a language that the counterpart takes (UNTOC 18 (14)). */
export function checkLanguage(
  { form, urgency, template }: PreFlightDraft,
  { sender, recipient }: PreFlightSides,
): readonly Stated[] {
  const own = [...valuesAt(form, 'languages.original'), ...valuesAt(form, 'languages.translations')]
    .map((tag) => LanguageTag.safeParse(tag).data)
    .filter((tag) => tag !== undefined)
  const { normal, urgent, reciprocity } = recipient.languages
  const isUrgent = urgency !== 'routine'
  const accepted = isUrgent ? [...normal, ...urgent] : normal
  if (own.length === 0 || accepted.length === 0 || own.some((tag) => isLanguageIn(tag, accepted)))
    return []
  const stated = (code: Stated['code'], severity: Stated['severity'], tags: readonly string[]) => [
    { code, severity, entryField: 'languages', sources: [source], data: listed(tags) } as const,
  ]
  const mutual = own.filter((tag) => isLanguageIn(tag, reciprocity))
  if (mutual.length > 0) {
    const offered = [...sender.languages.normal, ...sender.languages.reciprocity]
    const isMutual = recipient.languages.normal.some((tag) => isLanguageIn(tag, offered))
    return isMutual
      ? stated('language-by-reciprocity', 'note', mutual)
      : stated('language-reciprocity-open', 'should', mutual)
  }
  // A life is not to depend on a translation, and an answer belongs to a request that was taken.
  const isGrave = template.kind === 'request' && urgency !== 'emergency'
  return stated('language-not-accepted', isGrave ? 'must' : 'should', accepted)
}

const listed = (tags: readonly string[]) => ({ languages: [...new Set(tags)].join(' ') })
