import type { IndexEntry } from './index-entry.js'
import { searchFolded } from './search-folded.js'

export type Found = Omit<IndexEntry, 'texts'> & {
  /** Where words stand, the first few places. */
  readonly matches: readonly { readonly at: string; readonly text: string }[]
}

const SHOWN = 3

/**
 * The packages in which every word of a text stands, wherever: in an id, a digest, a party, a name, the form, a
 * document's name. Parts of words count, since not every script has spaces between them. Newest first.
 */
export function findInIndex(entries: readonly IndexEntry[], text: string): readonly Found[] {
  const words = searchFolded(text)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return []
  return entries
    .filter((entry) => {
      const hay = haystack(entry)
      return words.every((word) => hay.includes(word))
    })
    .map(({ texts, ...rest }) => ({
      ...rest,
      matches: texts
        .filter(([, value]) => words.some((word) => searchFolded(value).includes(word)))
        .slice(0, SHOWN)
        .map(([at, value]) => ({ at, text: value })),
    }))
    .toSorted((a, b) => (a.submitted < b.submitted ? 1 : -1))
}

const haystack = (entry: IndexEntry): string =>
  searchFolded(
    [
      ...[entry.package, entry.case, entry.sender, ...entry.recipients, entry.officer],
      ...entry.digests,
      ...[entry.template ?? '', ...entry.texts.map(([, value]) => value)],
    ].join('\n'),
  )
