import unhomoglyph from 'unhomoglyph'
import type { DirectoryEntry } from '#crypto/directory/entry.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import { foldedName } from './folded-name.js'

type Named = Pick<DirectoryEntry, 'authority' | 'state' | 'names'>

/** Two authorities of which a reader may take one for the other. */
export type LookAlike = {
  readonly authorities: readonly [AuthorityId, AuthorityId]
  /** The names, or ids, that look alike: one of each. */
  readonly names: readonly [string, string]
}

/**
 * Authorities whose names or ids look alike, by the skeletons of Unicode Technical Standard 39, section 4:
 * Latin and Cyrillic letters of one shape, capitals, invisible characters and spaces count for one.
 *
 * The very same name in two States is none: many States have a Ministry of Justice, and the State is shown.
 */
export function lookAlikes(entries: readonly Named[]): readonly LookAlike[] {
  const seen = new Map<string, { readonly entry: Named; readonly name: string }[]>()
  const found = new Map<string, LookAlike>()
  const ordered = [...entries].sort((a, b) => (a.authority < b.authority ? -1 : 1))
  for (const entry of ordered) {
    for (const name of [entry.authority, ...Object.values(entry.names)]) {
      for (const key of skeletons(name)) {
        const others = seen.get(key) ?? []
        for (const other of others) {
          if (other.entry.authority === entry.authority) continue
          if (other.name === name && other.entry.state !== entry.state) continue
          const pair = `${other.entry.authority} ${entry.authority}`
          if (found.has(pair)) continue
          found.set(pair, {
            authorities: [other.entry.authority, entry.authority],
            names: [other.name, name],
          })
        }
        seen.set(key, [...others, { entry, name }])
      }
    }
  }
  return [...found.values()]
}

/** As it stands, and without regard to capitals, of which some look like other letters than the small ones. */
const skeletons = (name: string): ReadonlySet<string> =>
  new Set([skeleton(name), skeleton(foldedName(name))])

const skeleton = (name: string): string =>
  unhomoglyph(name.normalize('NFKD').replace(/\p{Default_Ignorable_Code_Point}/gu, ''))
    .normalize('NFD')
    .replace(/\s+/gu, ' ')
    .trim()
