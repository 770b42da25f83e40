import { z } from 'zod'
import { LanguageTag, text } from '../fields/fields.js'
import { AuthorityFunction, type DirectoryEntry } from './entry.js'

/** What an entry is sought by; every member that is given must fit. */
export const EntryFilter = z.strictObject({
  state: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  function: AuthorityFunction.optional(),
  /** A treaty by its whole name; capitals do not count. */
  instrument: text(120).optional(),
  /** RFC 4647 §3.3.1: `en` finds `en-GB`. In whatever case an authority takes it. */
  language: LanguageTag.optional(),
  /** Words that all stand in the id or the names, in any language. */
  search: text(100).optional(),
})
export type EntryFilter = z.infer<typeof EntryFilter>

type Sought = Pick<
  DirectoryEntry,
  'state' | 'names' | 'functions' | 'instruments' | 'languages'
> & { readonly authority: string }

/** Whether an entry is among those that a filter seeks. Says nothing about whether to believe it. */
export function matchesEntry(entry: Sought, filter: EntryFilter): boolean {
  const { normal, urgent, reciprocity } = entry.languages
  return (
    (filter.state === undefined || entry.state === filter.state) &&
    (filter.function === undefined || entry.functions.includes(filter.function)) &&
    fits(filter.instrument, (wanted) => entry.instruments.some((one) => folded(one) === wanted)) &&
    fits(filter.language, (wanted) =>
      [...normal, ...urgent, ...reciprocity].some(
        (tag) => folded(tag) === wanted || folded(tag).startsWith(`${wanted}-`),
      ),
    ) &&
    fits(filter.search, (wanted) => {
      const names = [entry.authority, ...Object.values(entry.names)].map(folded).join('\n')
      return wanted.split(/\s+/u).every((word) => names.includes(word))
    })
  )
}

const fits = (wanted: string | undefined, test: (wanted: string) => boolean): boolean =>
  wanted === undefined || test(folded(wanted))

/** As people read: without capitals, composition and accents. */
const folded = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .trim()
