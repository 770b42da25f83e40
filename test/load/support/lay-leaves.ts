import { createHash } from 'node:crypto'
import type { Connection } from 'mongoose'
import { toHex, toUtf8 } from '#crypto/bytes/bytes.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { signCheckpoint } from '#crypto/transparency/checkpoint.js'
import { treeHasher } from '#crypto/transparency/hash.js'
import type { NoteKey } from '#crypto/transparency/note-key.js'
import { appendLeaves, type Frontier, rootOf } from '#crypto/transparency/range.js'
import { TILE_WIDTH } from '#crypto/transparency/tiles.js'
import { buildTiles } from '#server/domain/log/build-tiles.js'
import type { LogStore } from '#server/domain/log/ports.js'

const AT_ONCE = 64 * TILE_WIDTH

/**
 * Makes a log larger as sequencers leave it, but with no statement behind any leaf save the newest 256, which whoever
 * leads next recomputes: ten million take minutes so, and hours by sequencing.
 *
 * @returns the right edge, under a checkpoint.
 */
export async function layLeaves(
  log: LogStore,
  { connection, key }: { readonly connection: Connection; readonly key: NoteKey<SigningKey> },
  from: Frontier,
  size: number,
): Promise<Frontier> {
  const hasher = await treeHasher()
  let edge = from
  while (edge.size < size) {
    const leaves = Array.from({ length: Math.min(AT_ONCE, size - edge.size) }, (_, i) => {
      const index = edge.size + i
      const statement = `laid ${index}`
      const digest = createHash('sha256').update(statement).digest('hex')
      return { index, digest, statement, hash: hasher.leaf(toUtf8(statement)) }
    })
    const { frontier, newNodes } = await appendLeaves(
      edge,
      leaves.map(({ hash }) => hash),
    )
    const tiles = await buildTiles(log, edge.size, frontier.size, newNodes)
    await Promise.all([log.append(leaves, 1), log.keepTiles(tiles)])
    if (frontier.size === size) {
      await connection.collection<{ _id: string }>('statements').insertMany(
        leaves.slice(-TILE_WIDTH).map(({ digest, statement, index }) => ({
          _id: digest,
          statement,
          index,
          keptAt: new Date(),
        })),
      )
    }
    edge = frontier
  }
  const root = await rootOf(edge)
  const note = await signCheckpoint({ origin: key.name, size, root, extensions: [] }, key)
  const previous = from.size
  await log.publish({ size, previous, root: toHex(root), note, at: new Date(), epoch: 1 })
  return edge
}
