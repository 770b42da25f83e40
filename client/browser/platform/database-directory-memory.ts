import type { DirectoryMemory, SeenAuthority } from '../../core/directory/directory-memory.js'
import type { Database } from '../../keystore/indexed-db/database.js'
import type { AuthorityId } from '#crypto/fields/fields.js'

type Kept = Omit<SeenAuthority, 'suspensions'> & {
  /** Missing in what was kept before suspensions were remembered. */
  readonly suspensions?: SeenAuthority['suspensions']
  readonly authority: AuthorityId
}

/** What this browser saw of the directory; of what is kept already, the first sight stays. */
export function databaseDirectoryMemory(database: Database, identity: string): DirectoryMemory {
  return {
    async authorities() {
      const all = (await database.all('authorities', [identity])) as readonly Kept[]
      return all.map(({ authority }) => authority)
    },
    async of(authority) {
      const kept = (await database.get('authorities', [identity, authority])) as Kept | undefined
      return {
        versions: kept?.versions ?? [],
        revocations: kept?.revocations ?? [],
        suspensions: kept?.suspensions ?? [],
      }
    },
    async keep(authority, seen) {
      await database.change('authorities', [identity, authority], (before) => {
        const kept = before as Kept | undefined
        return {
          authority,
          versions: joined(kept?.versions ?? [], seen.versions, ({ version }) => version).sort(
            (a, b) => a.version - b.version,
          ),
          revocations: joined(kept?.revocations ?? [], seen.revocations, ({ digest }) => digest),
          suspensions: joined(kept?.suspensions ?? [], seen.suspensions, ({ digest }) => digest),
        }
      })
    },
    async told(authority) {
      return ((await database.get('told', [identity, authority])) as number | undefined) ?? 0
    },
    async tell(authority, version) {
      await database.change('told', [identity, authority], (before) =>
        Math.max(version, (before as number | undefined) ?? 0),
      )
    },
  }
}

const joined = <T>(before: readonly T[], more: readonly T[], idOf: (one: T) => string | number) => [
  ...before,
  ...more.filter((one) => !before.some((kept) => idOf(kept) === idOf(one))),
]
