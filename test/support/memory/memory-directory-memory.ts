import type { DirectoryMemory, SeenAuthority } from '#client/core/directory/directory-memory.js'
import { AuthorityId } from '#crypto/fields/fields.js'

/** The promises of `DirectoryMemory`, in memory. */
export function memoryDirectoryMemory(): DirectoryMemory {
  const kept = new Map<string, SeenAuthority>()
  const told = new Map<string, number>()
  const of = (authority: string) =>
    kept.get(authority) ?? { versions: [], revocations: [], suspensions: [] }
  return {
    authorities: () => Promise.resolve([...kept.keys()].sort().map((id) => AuthorityId.parse(id))),
    of: (authority) => Promise.resolve(structuredClone(of(authority))),
    keep(authority, seen) {
      const { versions, revocations, suspensions } = of(authority)
      const newVersions = seen.versions.filter(
        ({ version }) => !versions.some((one) => one.version === version),
      )
      const newRevocations = seen.revocations.filter(
        ({ digest }) => !revocations.some((one) => one.digest === digest),
      )
      kept.set(authority, {
        versions: [...versions, ...newVersions].sort((a, b) => a.version - b.version),
        revocations: [...revocations, ...newRevocations].sort((a, b) =>
          a.digest < b.digest ? -1 : 1,
        ),
        suspensions: [
          ...suspensions,
          ...seen.suspensions.filter(
            ({ digest }) => !suspensions.some((one) => one.digest === digest),
          ),
        ],
      })
      return Promise.resolve()
    },
    told: (authority) => Promise.resolve(told.get(authority) ?? 0),
    tell: (authority, version) => Promise.resolve(void told.set(authority, version)),
  }
}
