import { ClientError } from './client-error.js'

/** A list longer than this is no list of a relay's: somebody wants us to read for ever. */
const MOST_PAGES = 10_000

/**
 * Goes from page to page of a list of the relay: the cursor of the next one, undefined after the last.
 *
 * @throws {@link ClientError} `relay-answer` when a cursor comes back, or there is no end of them.
 */
export function pageTurner(): (page: { readonly next: string | null }) => string | undefined {
  const seen = new Set<string>()
  return ({ next }) => {
    if (next === null) return undefined
    if (!seen.has(next) && seen.size < MOST_PAGES) {
      seen.add(next)
      return next
    }
    throw new ClientError(
      'relay-answer',
      'the relay’s list does not come to an end',
      'Try again; if it stays so, tell the relay’s operator.',
    )
  }
}
