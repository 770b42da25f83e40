import { equalBytes } from '#crypto/bytes/bytes.js'
import type { TreeNode } from '#crypto/transparency/coordinates.js'
import { serializeTile, TILE_HEIGHT, TILE_WIDTH } from '#crypto/transparency/tiles.js'
import { fetchStoredTile } from './fetch-tile.js'
import { LogFault } from './log-fault.js'
import type { LogStore } from './ports.js'

/**
 * Holds stored tiles against a tree that is grown anew: each as soon as it is full, the partial ones
 * at the end.
 *
 * @throws {@link LogFault} `log/tile-missing`, `log/tile-rewritten`
 */
export function tileAuditor(log: Pick<LogStore, 'tiles'>) {
  const fetch = fetchStoredTile(log)
  /** The hashes of the tile that is being filled, by level of tiles. */
  const rows = new Map<number, { index: number; hashes: Uint8Array[] }>()

  const check = async (level: number, index: number, hashes: readonly Uint8Array[]) => {
    const stored = await fetch({ level, index, width: hashes.length })
    if (!equalBytes(stored, serializeTile(hashes))) {
      throw new LogFault('log/tile-rewritten', `tile ${level}/${index} is not of this tree`)
    }
  }

  return {
    /** @param nodes - what appending leaves brought, each level from left to right. */
    async add(nodes: readonly TreeNode[]): Promise<void> {
      for (const { level, hash } of nodes) {
        if (level % TILE_HEIGHT !== 0) continue
        const at = level / TILE_HEIGHT
        const row = rows.get(at) ?? { index: 0, hashes: [] }
        rows.set(at, row)
        row.hashes.push(hash)
        if (row.hashes.length < TILE_WIDTH) continue
        rows.set(at, { index: row.index + 1, hashes: [] })
        await check(at, row.index, row.hashes)
      }
    },
    async end(): Promise<void> {
      for (const [level, { index, hashes }] of rows) {
        if (hashes.length > 0) await check(level, index, hashes)
      }
    },
  }
}
