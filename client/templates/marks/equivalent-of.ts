import { ClassificationLevel } from '#crypto/directory/entry.js'
import { type Classifier, levelOf } from './level-of.js'

/** How a State handles what another has classified. */
export type Equivalence = {
  /** The level of the mark; undefined where nothing says it. */
  readonly level: ClassificationLevel | undefined
  /** The mark of the receiving State; null where its table has none so high, or there is no table. */
  readonly mark: string | null
}

/**
 * The mark under which a State keeps what another State has classified: of the same level, or the next
 * higher one, never a lower one. What the two have agreed on goes before what a State says to everybody.
 */
export function equivalentOf(mark: string, from: Classifier, to: Classifier): Equivalence {
  const level = levelOf(mark, from, to.state)
  if (level === undefined) return { level, mark: null }
  const rank = (one: ClassificationLevel) => ClassificationLevel.options.indexOf(one)
  const [first] = (to.classifications ?? [])
    .filter((one) => one.with === undefined || one.with === from.state)
    .filter((one) => rank(one.level) >= rank(level))
    .sort(
      (a, b) =>
        rank(a.level) - rank(b.level) ||
        Number(b.with !== undefined) - Number(a.with !== undefined),
    )
  return { level, mark: first?.mark ?? null }
}
