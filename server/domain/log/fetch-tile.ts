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
  const read = fetchStoredTile(log)
  return async (tile) => {
    if (tile.width < TILE_WIDTH) return read(tile)
    const name = `${tile.level}/${tile.index}`
    const octets = cached.get(name) ?? (await read(tile))
    // Moved to the end: the first key of a Map is the one that was used least recently.
    cached.delete(name)
    cached.set(name, octets)
    const [oldest] = cached.keys()
    if (cached.size > MAX_CACHED && oldest !== undefined) cached.delete(oldest)
    return octets
  }
}

/**
 * Reads tiles from the store every time: for whoever checks what is stored.
 *
 * What is asked for in one turn is read in one question. A proof asks for a tile of every level at once:
 * so it costs one round trip, however many levels there are.
 */
export function fetchStoredTile(log: Pick<LogStore, 'tiles'>): FetchTile {
  let asked: Tile[] = []
  let answer: Promise<readonly (Uint8Array | undefined)[]> | undefined
  return async (tile) => {
    const at = asked.push(tile) - 1
    answer ??= Promise.resolve().then(() => {
      const together = asked
      asked = []
      answer = undefined
      return log.tiles(together)
    })
    const octets = (await answer)[at]
    if (octets !== undefined) return octets
    throw new LogFault(
      'log/tile-missing',
      `tile ${tile.level}/${tile.index} lacks some of ${tile.width} hashes`,
    )
  }
}
