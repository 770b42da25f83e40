import { type EntryFilter, matchesEntry } from '#crypto/directory/entry-filter.js'
import type { Contact } from './contact.js'

/** Whether an imported contact is among those that a filter seeks, as an entry of the directory would be. */
export const matchesContact = (
  { authority, state, name, functions, instruments, languages }: Contact,
  filter: EntryFilter,
): boolean =>
  matchesEntry(
    {
      state,
      functions,
      instruments,
      authority: authority ?? '',
      names: { en: name },
      languages: { normal: languages, urgent: [], reciprocity: [] },
    },
    filter,
  )
