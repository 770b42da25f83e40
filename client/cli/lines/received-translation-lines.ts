import type { ReceivedTranslation } from '../../core/translation/received-translation.js'

/**
 * What a recipient is told of the translations that came with a package: each beside its original.
 *
 * @param nameOf - of a part, by its id.
 */
export function receivedTranslationLines(
  found: ReceivedTranslation,
  nameOf: (part: string) => string,
): readonly string[] {
  if (!found.verified) return [`✗ a translation that came with it is not genuine: ${found.problem}`]
  const { certified, translator, reviewer, at, pairs } = found
  const { pair, accreditation, complete, machine, prevails, instrument } = certified
  const number = accreditation ? ` (${accreditation.body}, ${accreditation.number})` : ''
  const width = Math.max(...pairs.map(({ original }) => nameOf(original ?? '').length))
  return [
    `✓ ${pairs.length} certified translation(s), ${pair.from} → ${pair.to}; both texts as they were certified`,
    ...pairs.map(
      ({ original, translation }) =>
        `  ${(original === null ? 'fields of the form' : nameOf(original)).padEnd(width)}  →  ${nameOf(translation)}`,
    ),
    `  certified by ${translator.name} of ${translator.authority}${number}; recorded ${at}`,
    reviewer === null
      ? '  nobody reviewed it'
      : `  reviewed by ${reviewer.name} of ${reviewer.authority}`,
    prevails === 'original'
      ? '  where they differ, the original counts'
      : `! where they differ, the translation counts, by ${instrument ?? 'no instrument'}: see whether it says so`,
    ...(machine === 'none' ? [] : ['! a machine translated it, and the translator edited that']),
    ...(complete ? [] : ['! the translation is not of everything that was handed off']),
  ]
}
