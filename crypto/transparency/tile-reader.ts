import { proofShape, requireTreeSize, type TreeCoordinates } from './coordinates.js'
import { treeHasher, type TreeHasher } from './hash.js'
import {
  hashesAtTileLevel,
  parseTile,
  type Tile,
  TILE_HEIGHT,
  TILE_WIDTH,
  tilePath,
} from './tiles.js'
import type { HashReader } from './tree.js'

/**
 * Answers with exactly the octets of the tile it is asked for. A log may delete a partial tile once
 * the whole one exists: then the head of that one, `width * 32` octets, is the answer.
 */
export type FetchTile = (tile: Tile) => Promise<Uint8Array>

/**
 * A reader of tree hashes over published tiles, for a tree of `treeSize` leaves. One call fetches
 * each tile it needs once, all at the same time.
 *
 * It does not judge the tiles: what is built from false ones fails `verifyInclusion` or
 * `verifyConsistency` against the signed root.
 *
 * The reader throws {@link CryptoError} `transparency/proof-shape` if asked for a hash beyond the
 * tree, and `transparency/tile` if a tile has not the octets of its width.
 *
 * @throws {@link CryptoError} `transparency/proof-shape` if `treeSize` is no size of a tree.
 *
 * @example
 * ```ts
 * const read = tileHashReader(checkpoint.size, ({ level, index, width }) =>
 *   octetsAt(`${prefix}/${tilePath(level, index, width)}`))
 * const path = await inclusionPath(leafIndex, checkpoint.size, read)
 * ```
 */
export function tileHashReader(treeSize: number, fetchTile: FetchTile): HashReader {
  requireTreeSize(treeSize)
  return async (coordinates) => {
    const places = coordinates.map((node) => placeIn(treeSize, node))
    const fetched = new Map<string, Promise<Uint8Array[]>>()
    const hashesOf = (tile: Tile): Promise<Uint8Array[]> => {
      const path = tilePath(tile.level, tile.index, tile.width)
      const hashes =
        fetched.get(path) ?? fetchTile(tile).then((octets) => parseTile(octets, tile.width))
      fetched.set(path, hashes)
      return hashes
    }
    const hasher = await treeHasher()
    return Promise.all(
      places.map(async ({ tile, offset, count }) =>
        subtreeRoot((await hashesOf(tile)).slice(offset, offset + count), hasher),
      ),
    )
  }
}

/** The tile that holds a subtree, and which of its hashes are the subtree's lowest row in it. */
function placeIn(treeSize: number, node: TreeCoordinates) {
  const level = Math.floor(node.level / TILE_HEIGHT)
  const count = 2 ** (node.level % TILE_HEIGHT)
  const first = node.index * count
  const available = hashesAtTileLevel(level, treeSize)
  if (first + count > available) throw proofShape('the hash lies beyond the tree')
  const index = Math.floor(first / TILE_WIDTH)
  const width = Math.min(TILE_WIDTH, available - index * TILE_WIDTH)
  return { tile: { level, index, width }, offset: first % TILE_WIDTH, count }
}

/** The root over 1, 2, 4 … 128 neighbouring hashes. Copies them: a tile's octets are not kept alive. */
function subtreeRoot(hashes: readonly Uint8Array[], hasher: TreeHasher): Uint8Array {
  const [left = new Uint8Array(), right] = hashes
  if (right === undefined) return left.slice()
  const half = hashes.length / 2
  return hasher.node(
    subtreeRoot(hashes.slice(0, half), hasher),
    subtreeRoot(hashes.slice(half), hasher),
  )
}
