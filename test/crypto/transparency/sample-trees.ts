import { toUtf8 } from '#crypto/bytes/bytes.js'
import { sha256 } from '#crypto/bytes/sha256.js'
import { appendLeaves, EMPTY_FRONTIER } from '#crypto/transparency/range.js'
import type { HashReader } from '#crypto/transparency/tree.js'
import { referenceTree, treeOf } from '#test/support/reference-tree.js'

/** Entries that all differ: with equal ones, a swap of siblings would go unseen. */
export const distinctEntries = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, i) => toUtf8(`entry ${i}`))

export const distinctTree = (count: number) => treeOf(distinctEntries(count))

/**
 * A tree of any size up to 2^53 - 1, each of whose complete subtrees has a hash of its own, worked
 * out only where one of the `edges` (places between two leaves) runs through it.
 */
export const sparseTree = (edges: readonly number[]) =>
  referenceTree((begin, end) => {
    const width = end - begin
    const complete = 2 ** Math.round(Math.log2(width)) === width && begin % width === 0
    const cut = edges.some((edge) => begin < edge && edge < end)
    return complete && !cut ? sha256(`${begin} to ${end}`) : undefined
  })

/** A reader over a reference tree, which remembers what it was asked. */
export function readerOf(tree: ReturnType<typeof referenceTree>) {
  const asked: (readonly { level: number; index: number }[])[] = []
  const read: HashReader = (coordinates) => {
    asked.push(coordinates)
    return Promise.all(
      coordinates.map(({ level, index }) =>
        tree.hashOf(index * 2 ** level, (index + 1) * 2 ** level),
      ),
    )
  }
  return { read, asked }
}

/** A tree as a store keeps it: every complete subtree by its place. */
export async function storedTree(leafHashes: readonly Uint8Array[]) {
  const { newNodes, frontier } = await appendLeaves(EMPTY_FRONTIER, leafHashes)
  const kept = new Map(newNodes.map(({ level, index, hash }) => [`${level}/${index}`, hash]))
  const hashAt = (level: number, index: number): Uint8Array => {
    const hash = kept.get(`${level}/${index}`)
    if (hash === undefined) throw new RangeError(`nothing is stored at ${level}/${index}`)
    return hash
  }
  const read: HashReader = (coordinates) =>
    Promise.resolve(coordinates.map(({ level, index }) => hashAt(level, index)))
  return { read, hashAt, frontier }
}

/** Sizes around which numbers of 31, 32, 52 and 53 bits are cut by careless arithmetic. */
export const LARGE_SIZES = [
  2 ** 31 - 1,
  2 ** 31,
  2 ** 31 + 1,
  2 ** 32 - 1,
  2 ** 32,
  2 ** 32 + 1,
  2 ** 40 + 12_345,
  2 ** 52 + 1,
  2 ** 53 - 2,
  2 ** 53 - 1,
]
