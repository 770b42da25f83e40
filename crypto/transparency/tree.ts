/**
 * Building proofs from the complete subtrees of a tree, wherever those are kept.
 *
 * Every proof is planned first (which ranges of leaves it names, RFC 9162 §2.1.3.1 and §2.1.4.1) and
 * read in one call. Only one range of a proof can be ragged: the one that ends where the tree does.
 *
 * @packageDocumentation
 */
import {
  completeSubtrees,
  type LeafRange,
  proofShape,
  requireHashes,
  requireTreeSize,
  splitPoint,
  type TreeCoordinates,
} from './coordinates.js'
import { EMPTY_ROOT, treeHasher } from './hash.js'

/**
 * Reads the roots of complete subtrees, in the order asked. It is asked for no subtree that reaches
 * beyond the tree, and never for none at all.
 */
export type HashReader = (coordinates: readonly TreeCoordinates[]) => Promise<readonly Uint8Array[]>

/**
 * The audit path of a leaf in a tree of `treeSize` leaves (RFC 9162 §2.1.3.1), for `verifyInclusion`.
 * One read of at most 2 log2(treeSize) hashes.
 *
 * @throws {@link CryptoError} `transparency/proof-shape` if there is no such leaf, or the reader
 *   answers with something else than what it was asked for.
 */
export async function inclusionPath(
  leafIndex: number,
  treeSize: number,
  read: HashReader,
): Promise<Uint8Array[]> {
  requireTreeSize(treeSize)
  requireTreeSize(leafIndex)
  if (leafIndex >= treeSize) throw proofShape('the leaf is outside the tree')

  const siblings: LeafRange[] = []
  let { begin, end }: LeafRange = { begin: 0, end: treeSize }
  while (end - begin > 1) {
    const split = begin + splitPoint(end - begin)
    if (leafIndex < split) {
      siblings.unshift({ begin: split, end })
      end = split
    } else {
      siblings.unshift({ begin, end: split })
      begin = split
    }
  }
  return rootsOf(siblings, read)
}

/**
 * The path that shows a tree of `toSize` leaves to begin with the one of `fromSize`
 * (RFC 9162 §2.1.4.1), for `verifyConsistency`. Empty from size 0 and between equal sizes. One read
 * of at most 2 log2(toSize) hashes.
 *
 * @throws {@link CryptoError} `transparency/proof-shape` if `fromSize` exceeds `toSize`, or as
 *   {@link inclusionPath}.
 */
export async function consistencyPath(
  fromSize: number,
  toSize: number,
  read: HashReader,
): Promise<Uint8Array[]> {
  requireTreeSize(fromSize)
  requireTreeSize(toSize)
  if (fromSize > toSize) throw proofShape('the later tree is smaller than the earlier one')
  if (fromSize === 0) return []

  const ranges: LeafRange[] = []
  let { begin, end }: LeafRange = { begin: 0, end: toSize }
  while (end !== fromSize) {
    const split = begin + splitPoint(end - begin)
    if (fromSize <= split) {
      ranges.unshift({ begin: split, end })
      end = split
    } else {
      ranges.unshift({ begin, end: split })
      begin = split
    }
  }
  // Only where the earlier tree is not one complete subtree: else its root is the verifier's own.
  if (begin !== 0) ranges.unshift({ begin, end })
  return rootsOf(ranges, read)
}

/**
 * The root of the tree of the first `treeSize` leaves. One read of at most log2(treeSize) hashes.
 *
 * @throws {@link CryptoError} `transparency/proof-shape` as {@link inclusionPath}.
 */
export async function rootAt(treeSize: number, read: HashReader): Promise<Uint8Array> {
  requireTreeSize(treeSize)
  const [root] = await rootsOf([{ begin: 0, end: treeSize }], read)
  return root ?? EMPTY_ROOT
}

/** The Merkle tree hash of each range that is not empty, from one read. */
async function rootsOf(ranges: readonly LeafRange[], read: HashReader): Promise<Uint8Array[]> {
  const plan = ranges.map(completeSubtrees).filter((subtrees) => subtrees.length > 0)
  const hashes = await readExactly(plan.flat(), read)
  const hasher = await treeHasher()
  let at = 0
  return plan.map(({ length }) =>
    hashes.slice(at, (at += length)).reduceRight((right, left) => hasher.node(left, right)),
  )
}

/** Reads what was asked for, all of it and nothing else. */
export async function readExactly(
  coordinates: readonly TreeCoordinates[],
  read: HashReader,
): Promise<readonly Uint8Array[]> {
  if (coordinates.length === 0) return []
  const hashes = await read(coordinates)
  if (hashes.length !== coordinates.length) throw proofShape('the reader left hashes out')
  requireHashes(hashes)
  return hashes
}
