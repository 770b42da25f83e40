import { LanguageTag } from '#crypto/fields/fields.js'
import type { Manifest, ManifestPart } from '#crypto/package/manifest.js'
import type { Handoff } from '#crypto/translation/handoff.js'
import type { HandoffState } from '#crypto/translation/handoff-state.js'
import { hasEnded } from '#crypto/translation/handoff-state.js'
import { isLanguageIn } from '../../templates/pre-flight/accepted-languages.js'
import { valuesAt } from '../../templates/form-value.js'

/** How far a translation is, from nothing at all to one that somebody answers for. */
export type TranslationProgress = 'missing' | 'handed-over' | 'returned' | 'certified'

/** A document that its reader does not take in the language that it is in. */
export type MissingTranslation = {
  /** Undefined for a document that no package has yet. */
  readonly part: string | undefined
  readonly name: string
  readonly from: string
  /** Any one of these will do. */
  readonly into: readonly string[]
  readonly progress: TranslationProgress
  /** The hand-off that is furthest. */
  readonly handoff: string | undefined
}

type Text = {
  readonly form: Manifest['form']
  readonly documents: readonly (Pick<ManifestPart, 'name'> &
    Partial<Pick<ManifestPart, 'part' | 'role'>>)[]
}
type Known = { readonly payload: Handoff; readonly state: HandoffState | undefined }

const ORDER: readonly TranslationProgress[] = ['missing', 'handed-over', 'returned', 'certified']

/**
 * Which documents still need a translation, as a rule: the original is in none of the languages that the reader
 * takes, and the form names no translation that is. What form and documents say of themselves is believed; what was
 * certified is `certified` by the hand-offs of the own authority.
 *
 * @param accepted - as `acceptedLanguages`; none of them, or no language in the form: nothing can be said.
 */
export function missingTranslations(
  { form, documents }: Text,
  accepted: readonly string[],
  handoffs: readonly Known[] = [],
): readonly MissingTranslation[] {
  const tags = (path: string) =>
    valuesAt(form, path)
      .map((tag) => LanguageTag.safeParse(tag).data)
      .filter((tag) => tag !== undefined)
  const [from] = tags('languages.original')
  if (from === undefined || accepted.length === 0 || isLanguageIn(from, accepted)) return []
  if (tags('languages.translations').some((tag) => isLanguageIn(tag, accepted))) return []
  return documents
    .filter(({ role }) => role !== 'translation')
    .map(({ part, name }) => {
      const furthest = handoffs
        .filter(({ payload: { source, pair } }) => {
          const isOfIt = source.parts.some((one) => one.part === part)
          return isOfIt && isLanguageIn(pair.to, accepted)
        })
        .map(({ payload, state }) => ({ handoff: payload.handoff, progress: progressOf(state) }))
        .toSorted((a, b) => ORDER.indexOf(b.progress) - ORDER.indexOf(a.progress))
        .find(({ progress }) => progress !== 'missing')
      const { handoff, progress = 'missing' } = furthest ?? { handoff: undefined }
      return { part, name, from, into: accepted, progress, handoff }
    })
}

function progressOf(state: HandoffState | undefined): TranslationProgress {
  if (state === undefined || hasEnded(state)) return 'missing'
  if (state.stage === 'certified' || state.stage === 'countersigned') return 'certified'
  return state.returned === null ? 'handed-over' : 'returned'
}
