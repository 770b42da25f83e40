import type { DirectoryEntry } from '#crypto/directory/entry.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import { lookAlikes } from '../../core/directory/look-alikes.js'

/**
 * What whoever chooses among these authorities should know: whose names look alike, and which claim one
 * function of one State.
 *
 * @param about - only what concerns one of these; everything when left out.
 */
export function confusionLines(
  entries: readonly DirectoryEntry[],
  about?: readonly AuthorityId[],
): readonly string[] {
  const concerns = (ids: readonly AuthorityId[]) =>
    about === undefined || ids.some((id) => about.includes(id))
  const alike = lookAlikes(entries)
    .filter(({ authorities }) => concerns(authorities))
    .map(
      ({ authorities: [one, other], names: [name, otherName] }) =>
        `${one} “${name}” and ${other} “${otherName}” look alike: compare the ids before you send`,
    )
  const claims = [...holders(entries)]
    .filter(([, ids]) => ids.length > 1 && concerns(ids))
    .map(
      ([what, ids]) => `${what} is claimed by ${ids.join(' and ')}: ask which takes your request`,
    )
  return [...alike, ...claims]
}

/** A State may name several authorities for one function; whoever writes to one of them should know. */
function holders(entries: readonly DirectoryEntry[]): Map<string, AuthorityId[]> {
  const found = new Map<string, AuthorityId[]>()
  for (const { state, functions, authority } of entries) {
    for (const one of functions) {
      const key = `${one} of ${state}`
      found.set(key, [...(found.get(key) ?? []), authority])
    }
  }
  return found
}
