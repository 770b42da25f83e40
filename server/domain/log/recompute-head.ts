import { equalBytes } from '#crypto/bytes/bytes.js'
import type { NoteKey } from '#crypto/transparency/note-key.js'
import { EMPTY_FRONTIER, type Frontier, frontierAt, rootOf } from '#crypto/transparency/range.js'
import { tileHashReader } from '#crypto/transparency/tile-reader.js'
import { checkRightEdge } from './check-right-edge.js'
import { fetchStoredTile } from './fetch-tile.js'
import { LogFault } from './log-fault.js'
import { openStored } from './open-stored.js'
import type { LogStore } from './ports.js'

/**
 * The right edge under the newest checkpoint, recomputed from what is stored: where to go on from.
 *
 * @throws {@link LogFault} when what is stored is not what was signed.
 */
export async function recomputeHead(log: LogStore, key: NoteKey): Promise<Frontier> {
  const newest = await log.newestCheckpoint()
  if (newest === undefined) return EMPTY_FRONTIER
  const { size, root } = await openStored(newest, key)
  await checkRightEdge(log, size)
  const frontier = await frontierAt(size, tileHashReader(size, fetchStoredTile(log)))
  if (!equalBytes(await rootOf(frontier), root)) {
    throw new LogFault(
      'log/root-mismatch',
      `the stored tree of ${size} leaves is not the one signed`,
    )
  }
  return frontier
}
