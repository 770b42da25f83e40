import { TILE_WIDTH, type Tile } from '#crypto/transparency/tiles.js'
import type { FetchTile } from '#crypto/transparency/tile-reader.js'
import { LogFault } from './log-fault.js'
import type { LogStore } from './ports.js'

const MAX_CACHED = 1024

/**
 * Reads tiles from the store. Whole tiles never change, so the most recent thousand (8 MiB) are kept
 * in memory; partial ones are read anew. A tile that a checkpoint needs and the store lacks is a
 * {@link LogFault} `log/tile-missing`.
 */
export function fetchTile(log: Pick<LogStore, 'tiles'>): FetchTile {
  const cached = new Map<string, Uint8Array>()
  return async (tile) => {
    if (tile.width < TILE_WIDTH) return read(log, tile)
    const name = `${tile.level}/${tile.index}`
    const octets = cached.get(name) ?? (await read(log, tile))
    // Moved to the end: the first key of a Map is the one that was used least recently.
    cached.delete(name)
    cached.set(name, octets)
    const [oldest] = cached.keys()
    if (cached.size > MAX_CACHED && oldest !== undefined) cached.delete(oldest)
    return octets
  }
}

/** Reads tiles from the store every time: for whoever checks what is stored. */
export const fetchStoredTile =
  (log: Pick<LogStore, 'tiles'>): FetchTile =>
  (tile) =>
    read(log, tile)

async function read(log: Pick<LogStore, 'tiles'>, tile: Tile): Promise<Uint8Array> {
  const [octets] = await log.tiles([tile])
  if (octets !== undefined) return octets
  throw new LogFault(
    'log/tile-missing',
    `tile ${tile.level}/${tile.index} lacks some of ${tile.width} hashes`,
  )
}
