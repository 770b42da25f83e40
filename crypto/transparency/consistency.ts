/**
 * Checking that a log only ever grew between two of its checkpoints.
 *
 * @packageDocumentation
 */
import { equalBytes } from '../bytes/bytes.js'
import { CryptoError } from '../errors.js'
import {
  isRightChild,
  parent,
  proofShape,
  requireHashes,
  requireTreeSize,
  splitPoint,
} from './coordinates.js'
import { EMPTY_ROOT, treeHasher } from './hash.js'

export type ConsistencyProof = {
  readonly fromSize: number
  readonly fromRoot: Uint8Array
  readonly toSize: number
  readonly toRoot: Uint8Array
  /** Hashes as RFC 9162 §2.1.4.1 orders them. Empty if nothing grew, or if there was nothing before. */
  readonly path: readonly Uint8Array[]
}

/**
 * Verifies that the first `fromSize` entries of the later tree are those of the earlier one, in the
 * same order. RFC 9162 §2.1.4.2.
 *
 * The caller has already verified the signatures over both checkpoints. Every tree begins with the
 * empty one, so from size 0 only the roots' own shape is checked.
 *
 * @throws {@link CryptoError} `transparency/proof-shape` if the path cannot belong to those sizes,
 *   `transparency/root-mismatch` if it leads to other roots: entries were changed, removed or put
 *   in between.
 *
 * @example
 * ```ts
 * await verifyConsistency({
 *   fromSize: old.size, fromRoot: old.root, toSize: current.size, toRoot: current.root, path,
 * })
 * ```
 */
export async function verifyConsistency(proof: ConsistencyProof): Promise<void> {
  const { fromSize, fromRoot, toSize, toRoot, path } = proof
  requireTreeSize(fromSize)
  requireTreeSize(toSize)
  if (fromSize > toSize) throw proofShape('the later tree is smaller than the earlier one')
  requireHashes([fromRoot, toRoot, ...path])

  if (fromSize === 0) requireRoot(fromRoot, EMPTY_ROOT)
  if (fromSize === toSize) requireRoot(fromRoot, toRoot)
  if (fromSize === 0 || fromSize === toSize) {
    if (path.length > 0) throw proofShape('nothing to prove, yet the path is not empty')
    return
  }

  const roots = await rootsOf(proof)
  requireRoot(roots.from, fromRoot)
  requireRoot(roots.to, toRoot)
}

/**
 * Whether a path that fails {@link verifyConsistency} shows by itself that entries were rewritten: it
 * leads to the later root and to another earlier one. Nobody can make such a path but from the later
 * tree, whose hashes it names, so whoever brings it, the log's own signatures convict the log.
 *
 * False shows nothing. Where the earlier tree is complete (its size a power of two), the path leaves its
 * root out and cannot show another: then the log must be asked, see `observeLog`.
 */
export async function showsRewriting(proof: ConsistencyProof): Promise<boolean> {
  const { fromSize, toSize, fromRoot, toRoot, path } = proof
  try {
    requireTreeSize(fromSize)
    requireTreeSize(toSize)
    requireHashes([fromRoot, toRoot, ...path])
    if (fromSize === 0 || fromSize >= toSize) return false
    const roots = await rootsOf(proof)
    return equalBytes(roots.to, toRoot) && !equalBytes(roots.from, fromRoot)
  } catch (error) {
    if (error instanceof CryptoError) return false
    throw error
  }
}

/** Both roots that the path leads to, for `0 < fromSize < toSize`. */
async function rootsOf({ fromSize, fromRoot, toSize, path }: ConsistencyProof) {
  // A complete earlier tree is itself the first node of the path, and left out of it.
  const complete = splitPoint(fromSize + 1) === fromSize
  const [seed, ...rest] = complete ? [fromRoot, ...path] : path
  if (seed === undefined) throw proofShape('the consistency path is too short')

  const hasher = await treeHasher()
  let node = fromSize - 1
  let last = toSize - 1
  while (isRightChild(node)) {
    node = parent(node)
    last = parent(last)
  }
  let from = seed
  let to = seed
  for (const sibling of rest) {
    if (last === 0) throw proofShape('the consistency path is too long')
    if (isRightChild(node) || node === last) {
      from = hasher.node(sibling, from)
      to = hasher.node(sibling, to)
      // As in an audit path: carried up the ragged right edge without a sibling.
      while (!isRightChild(node) && node !== 0) {
        node = parent(node)
        last = parent(last)
      }
    } else {
      to = hasher.node(to, sibling)
    }
    node = parent(node)
    last = parent(last)
  }
  if (last !== 0) throw proofShape('the consistency path is too short')
  return { from, to }
}

function requireRoot(reached: Uint8Array, claimed: Uint8Array): void {
  if (!equalBytes(reached, claimed)) {
    throw new CryptoError(
      'transparency/root-mismatch',
      'the two trees are not one log: the later one does not begin with the earlier one',
    )
  }
}
