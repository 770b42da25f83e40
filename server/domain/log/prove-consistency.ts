import { toBase64 } from '#crypto/bytes/bytes.js'
import { tileHashReader } from '#crypto/transparency/tile-reader.js'
import { consistencyPath } from '#crypto/transparency/tree.js'
import { Refusal } from '../errors.js'
import { fetchTile } from './fetch-tile.js'
import type { LogStore } from './ports.js'

/**
 * The path that shows the tree of `from` leaves to be the beginning of the one of `to` leaves, hashes
 * in base64 (RFC 9162 §2.1.4). O(log to) reads.
 *
 * @returns a use-case that throws {@link Refusal} `malformed-request` if `from` exceeds `to`, and
 *   `leaf-unknown` if no published tree is so large.
 */
export function proveConsistency({
  log,
}: {
  readonly log: Pick<LogStore, 'newestCheckpoint' | 'tiles'>
}) {
  const fetch = fetchTile(log)
  return async ({ from, to }: { from: number; to: number }): Promise<{ path: string[] }> => {
    if (from > to) throw new Refusal('malformed-request', 'the earlier tree is the larger one')
    const newest = await log.newestCheckpoint()
    if (to > (newest?.size ?? 0)) {
      throw new Refusal('leaf-unknown', 'no published checkpoint covers so many leaves')
    }
    const path = await consistencyPath(from, to, tileHashReader(to, fetch))
    return { path: path.map(toBase64) }
  }
}
export type ProveConsistency = ReturnType<typeof proveConsistency>
