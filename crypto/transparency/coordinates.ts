/**
 * Where a hash sits in the tree, and the arithmetic of sizes.
 *
 * Sizes and indices go up to 2^53 - 1. Nothing here uses a bitwise operator: those would cut a
 * number to 32 bits and let a proof for one leaf pass for another.
 *
 * @packageDocumentation
 */
import { CryptoError } from '../errors.js'
import { HASH_OCTETS } from './hash.js'

/** A complete subtree: the leaves from `index * 2^level` up to, not including, `(index + 1) * 2^level`. */
export type TreeCoordinates = { readonly level: number; readonly index: number }

/** A complete subtree with its root. */
export type TreeNode = TreeCoordinates & { readonly hash: Uint8Array }

/** The leaves from `begin` up to, not including, `end`. */
export type LeafRange = { readonly begin: number; readonly end: number }

/** Whether a number can be the size of a tree: a whole one between 0 and 2^53 - 1. */
export const isTreeSize = (size: number): boolean => Number.isSafeInteger(size) && size >= 0

/**
 * Holds back what is no size of a tree.
 *
 * @throws {@link CryptoError} `transparency/proof-shape`
 */
export function requireTreeSize(size: number): void {
  if (!isTreeSize(size)) throw proofShape('a tree has between 0 and 2^53 - 1 leaves')
}

/**
 * Holds back what is no hash of this tree.
 *
 * @throws {@link CryptoError} `transparency/proof-shape`
 */
export function requireHashes(hashes: readonly Uint8Array[]): void {
  if (hashes.some((hash) => hash.length !== HASH_OCTETS)) {
    throw proofShape(`a hash of the tree has ${HASH_OCTETS} octets`)
  }
}

export const proofShape = (message: string) => new CryptoError('transparency/proof-shape', message)

/** The node above, in its own level's count. */
export const parent = (index: number): number => Math.floor(index / 2)

export const isRightChild = (index: number): boolean => index % 2 === 1

/** The largest power of two smaller than `n`, for `n` of at least 2 (`k` in RFC 9162 §2.1.1). */
export function splitPoint(n: number): number {
  let k = 1
  // Not Math.log2: near 2^53 it rounds to the next power.
  while (k * 2 < n) k *= 2
  return k
}

/**
 * The complete subtrees that make up a range, left to right, so largest first.
 *
 * @param range - begins at a multiple of some power of two that its length does not exceed, as all
 *   ranges of RFC 9162 §2.1 do.
 */
export function completeSubtrees({ begin, end }: LeafRange): TreeCoordinates[] {
  const subtrees: TreeCoordinates[] = []
  let level = 52
  for (let at = begin; at < end; level--) {
    const leaves = 2 ** level
    if (leaves > end - at) continue
    subtrees.push({ level, index: at / leaves })
    at += leaves
  }
  return subtrees
}
