import { toBase64 } from '#crypto/bytes/bytes.js'
import { tileHashReader } from '#crypto/transparency/tile-reader.js'
import { inclusionPath } from '#crypto/transparency/tree.js'
import { Refusal } from '../errors.js'
import { fetchTile } from './fetch-tile.js'
import type { LogStore } from './ports.js'

type Log = Pick<LogStore, 'leavesOf' | 'newestCheckpoint' | 'tiles'>

/** Shows a leaf to be in the tree of a checkpoint; hashes in base64, from the leaf's level up. */
export type LeafProof = {
  readonly digest: string
  readonly index: number
  readonly path: string[]
}

/** Proofs for several leaves of a tree of `size` leaves: O(log size) reads each, whole tiles from memory. */
export function leafProver(log: Pick<LogStore, 'tiles'>) {
  const fetch = fetchTile(log)
  return async (
    leaves: readonly { readonly digest: string; readonly index: number }[],
    size: number,
  ): Promise<LeafProof[]> => {
    const read = tileHashReader(size, fetch)
    return Promise.all(
      leaves.map(async ({ digest, index }) => ({
        digest,
        index,
        path: (await inclusionPath(index, size, read)).map(toBase64),
      })),
    )
  }
}
export type LeafProver = ReturnType<typeof leafProver>

/**
 * The inclusion proof of one statement under the newest checkpoint (RFC 9162 §2.1.3), or in the tree of so
 * many leaves that came before it.
 *
 * @returns a use-case that throws {@link Refusal} `leaf-unknown` if the statement is not published.
 */
export function proveInclusion({ log }: { readonly log: Log }) {
  const prove = leafProver(log)
  return async (digest: string, size?: number): Promise<LeafProof & { checkpoint: string }> => {
    const [[leaf], newest] = await Promise.all([log.leavesOf([digest]), log.newestCheckpoint()])
    const leaves = Math.min(size ?? Number.MAX_SAFE_INTEGER, newest?.size ?? 0)
    if (leaf === undefined || newest === undefined || leaf.index >= leaves) {
      throw new Refusal(
        'leaf-unknown',
        'no published leaf has this digest; a new one is published within seconds',
      )
    }
    const [proof] = await prove([{ digest, index: leaf.index }], leaves)
    return { digest, index: leaf.index, path: proof?.path ?? [], checkpoint: newest.note }
  }
}
export type ProveInclusion = ReturnType<typeof proveInclusion>
