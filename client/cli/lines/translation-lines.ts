import type { MissingTranslation } from '../../core/translation/missing-translations.js'

type Missing = MissingTranslation & { readonly reader: string }

/** What is still to be translated, for people: one line for each document and reader. */
export function translationLines(missing: readonly Missing[]): readonly string[] {
  return missing
    .filter(({ progress }) => progress !== 'certified')
    .map(({ name, from, into, reader, progress, handoff }) => {
      const how = handoff === undefined ? 'not handed over' : `${progress}, hand-off ${handoff}`
      return `${name}: in ${from}, ${reader} takes ${into.join(' or ')}; ${how}`
    })
}
