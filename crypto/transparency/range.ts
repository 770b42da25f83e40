/**
 * The right edge of a growing tree: all that is needed to append to it.
 *
 * @packageDocumentation
 */
import {
  completeSubtrees,
  parent,
  proofShape,
  requireHashes,
  requireTreeSize,
  type TreeNode,
} from './coordinates.js'
import { EMPTY_ROOT, treeHasher } from './hash.js'
import { type HashReader, readExactly } from './tree.js'

/** A tree's size and the roots of the complete subtrees it consists of, largest first. */
export type Frontier = { readonly size: number; readonly hashes: readonly Uint8Array[] }

export const EMPTY_FRONTIER: Frontier = { size: 0, hashes: [] }

/**
 * The right edge of a stored tree, in one read.
 *
 * @throws {@link CryptoError} `transparency/proof-shape` if `size` is no size of a tree, or the
 *   reader answers with something else than what it was asked for.
 */
export async function frontierAt(size: number, read: HashReader): Promise<Frontier> {
  requireTreeSize(size)
  return { size, hashes: await readExactly(completeSubtrees({ begin: 0, end: size }), read) }
}

/**
 * Appends leaves. Costs one hash a leaf, and log2 of the size.
 *
 * @returns the new right edge, and every complete subtree that came into being, the leaves
 *   themselves included, level by level: what a store adds so that a `HashReader` finds all.
 * @throws {@link CryptoError} `transparency/proof-shape` if the frontier does not fit its size, a
 *   hash has not 32 octets, or the tree would exceed 2^53 - 1 leaves.
 */
export async function appendLeaves(
  frontier: Frontier,
  leafHashes: readonly Uint8Array[],
): Promise<{ frontier: Frontier; newNodes: TreeNode[] }> {
  const edge = edgeOf(frontier)
  const size = frontier.size + leafHashes.length
  requireTreeSize(size)
  requireHashes(leafHashes)

  const { node } = await treeHasher()
  const newNodes: TreeNode[] = []
  let level = 0
  let first = frontier.size
  let row = [...leafHashes]
  while (row.length > 0) {
    row.forEach((hash, i) => newNodes.push({ level, index: first + i, hash }))
    // Where the row begins with a right child, its sibling has been waiting on the edge.
    const waiting = edge.get(level)
    if (waiting !== undefined) row.unshift(waiting)
    row.slice(row.length - (row.length % 2)).forEach((hash) => edge.set(level, hash))
    row = pairs(row).map(([left, right]) => node(left, right))
    first = parent(first)
    level++
  }
  const hashes = completeSubtrees({ begin: 0, end: size }).flatMap((subtree) => {
    const hash = edge.get(subtree.level)
    return hash === undefined ? [] : [hash]
  })
  return { frontier: { size, hashes }, newNodes }
}

/**
 * The root of the tree that a frontier stands for.
 *
 * @throws {@link CryptoError} `transparency/proof-shape` if the frontier does not fit its size.
 */
export async function rootOf(frontier: Frontier): Promise<Uint8Array> {
  edgeOf(frontier)
  const { node } = await treeHasher()
  if (frontier.size === 0) return EMPTY_ROOT
  return frontier.hashes.reduceRight((right, left) => node(left, right))
}

/** The frontier's hashes by their level. */
function edgeOf({ size, hashes }: Frontier): Map<number, Uint8Array> {
  requireTreeSize(size)
  requireHashes(hashes)
  const subtrees = completeSubtrees({ begin: 0, end: size })
  if (subtrees.length !== hashes.length) throw proofShape('the frontier does not fit its size')
  return new Map(hashes.map((hash, i) => [subtrees[i]?.level ?? 0, hash]))
}

/** Neighbours two by two; an odd one at the end is left out. */
function pairs(row: readonly Uint8Array[]): [Uint8Array, Uint8Array][] {
  return row.flatMap((left, i) => {
    const right = row[i + 1]
    return i % 2 === 0 && right !== undefined ? [[left, right]] : []
  })
}
