import type { TreeNode } from '#crypto/transparency/coordinates.js'
import {
  hashesAtTileLevel,
  parseTile,
  serializeTile,
  TILE_HEIGHT,
  TILE_WIDTH,
  tilesFor,
} from '#crypto/transparency/tiles.js'
import { LogFault } from './log-fault.js'
import type { LogStore, StoredTile } from './ports.js'

/**
 * Every tile that a tree gains or widens when it grows, complete: the hashes it had before come from
 * the store, the new ones from `newNodes` of `appendLeaves`.
 *
 * @throws {@link LogFault} `log/tile-missing` if the store lacks a partial tile of the smaller tree.
 */
export async function buildTiles(
  log: Pick<LogStore, 'tiles'>,
  fromSize: number,
  toSize: number,
  newNodes: readonly TreeNode[],
): Promise<StoredTile[]> {
  const tiles = tilesFor(fromSize, toSize)
  const had = tiles
    .map(({ level, index }) => ({
      level,
      index,
      width: hashesAtTileLevel(level, fromSize) - index * TILE_WIDTH,
    }))
    .filter(({ width }) => width > 0)
  const kept = await log.tiles(had)
  const before = new Map(
    had.map((tile, i) => {
      const octets = kept[i]
      if (octets === undefined) {
        throw new LogFault('log/tile-missing', `tile ${tile.level}/${tile.index} is not kept`)
      }
      return [`${tile.level}/${tile.index}`, parseTile(octets, tile.width)]
    }),
  )
  const fresh = new Map(
    newNodes
      .filter(({ level }) => level % TILE_HEIGHT === 0)
      .map(({ level, index, hash }) => [`${level / TILE_HEIGHT}/${index}`, hash]),
  )
  return tiles.map((tile) => {
    const old = before.get(`${tile.level}/${tile.index}`) ?? []
    const added = Array.from({ length: tile.width - old.length }, (_, i) => {
      const at = `${tile.level}/${tile.index * TILE_WIDTH + old.length + i}`
      return fresh.get(at) ?? new Uint8Array()
    })
    return { ...tile, octets: serializeTile([...old, ...added]) }
  })
}
