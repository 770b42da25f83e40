import { equalBytes } from '#crypto/bytes/bytes.js'
import { type Frontier, rootOf } from '#crypto/transparency/range.js'
import { type FetchTile, tileHashReader } from '#crypto/transparency/tile-reader.js'
import { rootAt } from '#crypto/transparency/tree.js'
import { checkLeaves, readLeaves } from './check-leaves.js'
import { fetchStoredTile } from './fetch-tile.js'
import { LogFault } from './log-fault.js'
import type { LogStore, StoredLeaf, StoredTile } from './ports.js'

/**
 * Reads back what a round stored and hashes it again, before anything is signed: leaves against the
 * statements they stand for, tiles octet by octet, and the root from tiles as they are stored.
 *
 * @returns the root, 32 octets.
 * @throws {@link LogFault} if storage holds something else than what was written.
 */
export async function readBack(
  log: LogStore,
  written: { readonly leaves: readonly StoredLeaf[]; readonly tiles: readonly StoredTile[] },
  frontier: Frontier,
): Promise<Uint8Array> {
  const [tiles] = await Promise.all([
    checkTiles(log, written.tiles),
    checkStored(log, written.leaves),
  ])
  const root = await rootAt(frontier.size, tileHashReader(frontier.size, tiles))
  if (!equalBytes(root, await rootOf(frontier))) {
    throw new LogFault('log/root-mismatch', 'the tiles as stored lead to another root')
  }
  return root
}

async function checkStored(log: LogStore, leaves: readonly StoredLeaf[]): Promise<void> {
  const [first] = leaves
  if (first === undefined) return
  const stored = await readLeaves(log, first.index, first.index + leaves.length)
  stored.forEach(({ index, digest, hash }, i) => {
    const leaf = leaves[i]
    if (digest !== leaf?.digest || !equalBytes(hash, leaf.hash)) {
      throw new LogFault('log/leaf-rewritten', `leaf ${index} is not as it was written`)
    }
  })
  await checkLeaves(log, stored)
}

async function checkTiles(log: LogStore, tiles: readonly StoredTile[]): Promise<FetchTile> {
  const stored = await log.tiles(tiles)
  const read = new Map<string, Uint8Array>()
  tiles.forEach(({ level, index, width, octets }, i) => {
    const found = stored[i]
    if (found === undefined) {
      throw new LogFault('log/tile-missing', `tile ${level}/${index} was written and is not kept`)
    }
    if (!equalBytes(found, octets)) {
      throw new LogFault('log/tile-rewritten', `tile ${level}/${index} is not as it was written`)
    }
    read.set(`${level}/${index}/${width}`, found)
  })
  const others = fetchStoredTile(log)
  return (tile) => {
    const octets = read.get(`${tile.level}/${tile.index}/${tile.width}`)
    return octets === undefined ? others(tile) : Promise.resolve(octets)
  }
}
