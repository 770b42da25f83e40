import type { AuthorityId } from '#crypto/fields/fields.js'
import type { DirectoryMemory, SeenVersion } from './directory-memory.js'

/** A version that followed another, and what it did to the keys. `seen` by this machine's clock. */
export type KeyChange = Pick<SeenVersion, 'version' | 'digest' | 'seen'> & {
  readonly authority: AuthorityId
  readonly added: SeenVersion['keys']
  readonly removed: SeenVersion['keys']
  /** Whether a person was told of it. */
  readonly told: boolean
}

/** What changed in the entries of these authorities since the first sight of them, oldest first. */
export async function keyChanges(
  memory: DirectoryMemory,
  authorities: readonly AuthorityId[],
): Promise<readonly KeyChange[]> {
  const found = await Promise.all(
    authorities.map(async (authority) => {
      const [{ versions }, told] = await Promise.all([memory.of(authority), memory.told(authority)])
      return versions.slice(1).map(({ version, digest, seen, keys }, before) => {
        const earlier = versions[before]?.keys ?? []
        return {
          authority,
          version,
          digest,
          seen,
          told: version <= told,
          added: without(keys, earlier),
          removed: without(earlier, keys),
        }
      })
    }),
  )
  return found.flat()
}

const without = (keys: SeenVersion['keys'], others: SeenVersion['keys']) =>
  keys.filter(({ kid }) => !others.some((other) => other.kid === kid))
