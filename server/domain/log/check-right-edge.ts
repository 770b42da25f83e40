import { equalBytes } from '#crypto/bytes/bytes.js'
import { appendLeaves, EMPTY_FRONTIER, rootOf } from '#crypto/transparency/range.js'
import type { FetchTile } from '#crypto/transparency/tile-reader.js'
import { hashesAtTileLevel, parseTile, TILE_WIDTH, type Tile } from '#crypto/transparency/tiles.js'
import { checkLeaves, readLeaves } from './check-leaves.js'
import { fetchStoredTile } from './fetch-tile.js'
import { LogFault } from './log-fault.js'
import type { LogStore } from './ports.js'

type Stored = Pick<LogStore, 'leaves' | 'statements' | 'tiles'>

/**
 * Recomputes the right edge of a tree: the newest 256 leaves at most from their statements, and each
 * hash of the last tile of every level from the tile beneath it. Its cost does not grow with the log:
 * at most 256 tiles a level.
 *
 * @throws {@link LogFault} naming what lacks or was rewritten.
 */
export async function checkRightEdge(log: Stored, size: number): Promise<void> {
  const fetch = fetchStoredTile(log)
  for (let level = 0; hashesAtTileLevel(level, size) > 0; level++) {
    const tile = lastTile(level, size)
    const hashes = parseTile(await fetch(tile), tile.width)
    const expected = level === 0 ? await leafHashes(log, tile) : await rootsBeneath(fetch, tile)
    hashes.forEach((hash, i) => {
      if (!equalBytes(hash, expected[i] ?? new Uint8Array())) {
        throw new LogFault(
          'log/tile-rewritten',
          `hash ${i} of tile ${level}/${tile.index} is false`,
        )
      }
    })
  }
}

function lastTile(level: number, size: number): Tile {
  const hashes = hashesAtTileLevel(level, size)
  const index = Math.floor((hashes - 1) / TILE_WIDTH)
  return { level, index, width: hashes - index * TILE_WIDTH }
}

async function leafHashes(log: Stored, { index, width }: Tile): Promise<Uint8Array[]> {
  const from = index * TILE_WIDTH
  const leaves = await readLeaves(log, from, from + width)
  await checkLeaves(log, leaves)
  return leaves.map(({ hash }) => hash)
}

function rootsBeneath(fetch: FetchTile, { level, index, width }: Tile): Promise<Uint8Array[]> {
  return Promise.all(
    Array.from({ length: width }, async (_, i) => {
      const beneath = { level: level - 1, index: index * TILE_WIDTH + i, width: TILE_WIDTH }
      const hashes = parseTile(await fetch(beneath), TILE_WIDTH)
      return rootOf((await appendLeaves(EMPTY_FRONTIER, hashes)).frontier)
    }),
  )
}
