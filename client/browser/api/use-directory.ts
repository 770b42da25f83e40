import { useQuery } from '@tanstack/react-query'
import type { DirectoryListing } from '../../core/directory/list-directory.js'
import { useSignedIn } from './signed-in.js'

/** The entries in force, each verified; those that do not verify by name. */
export function useDirectory() {
  const { session } = useSignedIn()
  return useQuery({
    queryKey: ['directory'],
    queryFn: (): Promise<DirectoryListing> => session.directory.list(),
    staleTime: 60_000,
  })
}

/** Names an authority in the reader's language; its id where it has no name, or the directory is not there yet. */
export function useAuthorityName(): (authority: string) => string {
  const { data } = useDirectory()
  return (authority) => {
    const entry = data?.entries.find(({ payload }) => payload.authority === authority)
    return entry === undefined ? authority : nameIn(entry.payload.names)
  }
}

/** The name in the page's language, else in English, else whichever there is. */
export function nameIn(names: Readonly<Record<string, string | undefined>>): string {
  const language = document.documentElement.lang
  return names[language] ?? names['en'] ?? Object.values(names)[0] ?? ''
}
