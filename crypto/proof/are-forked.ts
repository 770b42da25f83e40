import type { DirectoryEntry } from '../directory/entry.js'
import type { Piece } from './pieces.js'

/**
 * Whether two entries cannot both be of one history: two versions of one number, or one that continues another
 * than the version before it. Each may lead to a root, and say of itself what it likes.
 */
export function areForked(a: Piece<DirectoryEntry>, b: Piece<DirectoryEntry>): boolean {
  if (a.claims.authority !== b.claims.authority || a.claims.kind !== b.claims.kind) return false
  const [one, next] = a.claims.version <= b.claims.version ? [a, b] : [b, a]
  if (one.claims.version === next.claims.version) return one.digest !== next.digest
  return next.claims.version === one.claims.version + 1 && next.claims.supersedes !== one.digest
}
