import { toHex, toUtf8 } from '#crypto/bytes/bytes.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { signCheckpoint } from '#crypto/transparency/checkpoint.js'
import { treeHasher } from '#crypto/transparency/hash.js'
import type { NoteKey } from '#crypto/transparency/note-key.js'
import { appendLeaves, type Frontier } from '#crypto/transparency/range.js'
import type { Clock } from '../ports.js'
import { buildTiles } from './build-tiles.js'
import type { LogStore, StoredLeaf } from './ports.js'
import { readBack } from './read-back.js'
import { recomputeHead } from './recompute-head.js'

/** Statements sequenced in one round at most. */
export const MAX_ROUND = 4096

export type Round = {
  /** `published`: the checkpoint of `size` is new. `overtaken`: another sequencer was faster. */
  readonly outcome: 'quiet' | 'published' | 'overtaken'
  readonly size: number
  readonly leaves: number
  /** Whether more statements may be waiting. */
  readonly more: boolean
}

/**
 * Gives every kept statement its place in the log, and signs checkpoints over it.
 *
 * Each call is one round of durable writes in a fixed order: leaves, the statements' indexes, tiles,
 * checkpoint. Whatever round dies between any two of them, or does not learn that one succeeded, the
 * next begins by recomputing the right edge from the newest checkpoint and completes what lies
 * beyond it. Two sequencers at once do no harm: an index, a digest, and the successor of a checkpoint
 * can each be taken only once, and tiles follow from the leaves.
 *
 * @returns a round, to be called again and again, never concurrently. It rejects with `LogFault` when
 *   what is stored is not what was signed: do not call it again then. Any other rejection is an
 *   outage: call it again later.
 */
export function sequencer({
  log,
  key,
  clock,
}: {
  readonly log: LogStore
  readonly key: NoteKey<SigningKey>
  readonly clock: Clock
}): (epoch: number) => Promise<Round> {
  let head: Frontier | undefined
  let led: number | undefined

  return async (epoch) => {
    // Under another epoch somebody else may have led in between.
    const known = epoch === led ? head : undefined
    led = epoch
    // Forgotten until the round has succeeded: what an interrupted one left behind is found by reading.
    head = undefined
    const from = known ?? (await recomputeHead(log, key))
    const beyond = known === undefined ? await adopt(log, from.size) : []
    // With so many there may be further ones, whose indexes are not free.
    const next = from.size + beyond.length
    const fresh = beyond.length < MAX_ROUND ? await sequence(log, from.size, next, epoch) : []
    if (fresh === undefined) return { outcome: 'overtaken', size: from.size, leaves: 0, more: true }

    const leaves = [...beyond, ...fresh]
    const more = fresh.length === MAX_ROUND || beyond.length === MAX_ROUND
    if (leaves.length === 0) {
      head = from
      return { outcome: 'quiet', size: from.size, leaves: 0, more: false }
    }
    const { frontier, newNodes } = await appendLeaves(
      from,
      leaves.map(({ hash }) => hash),
    )
    const tiles = await buildTiles(log, from.size, frontier.size, newNodes)
    await Promise.all([log.markSequenced(fresh), log.keepTiles(tiles)])
    const root = await readBack(log, { leaves, tiles }, frontier)

    const { size } = frontier
    const note = await signCheckpoint({ origin: key.name, size, root, extensions: [] }, key)
    const at = clock.now()
    const checkpoint = { size, previous: from.size, root: toHex(root), note, at, epoch }
    if (!(await log.publish(checkpoint)))
      return { outcome: 'overtaken', size: from.size, leaves: 0, more: true }
    head = frontier
    return { outcome: 'published', size, leaves: leaves.length, more }
  }
}

/** Leaves that a round before this one added and did not publish; it may not have told the statements. */
async function adopt(log: LogStore, size: number): Promise<readonly StoredLeaf[]> {
  const leaves = await log.leaves(size, MAX_ROUND)
  if (leaves.length > 0) await log.markSequenced(leaves)
  return leaves
}

/** Gives the longest waiting statements the next indexes. Undefined when another sequencer was faster. */
async function sequence(
  log: LogStore,
  published: number,
  next: number,
  epoch: number,
): Promise<StoredLeaf[] | undefined> {
  const waiting = await log.unsequenced(MAX_ROUND)
  if (waiting.length === 0) return []
  const hasher = await treeHasher()
  const leaves = waiting.map(({ digest, statement }, i) => ({
    index: next + i,
    digest,
    hash: hasher.leaf(toUtf8(statement)),
  }))
  if (await log.append(leaves, epoch)) return leaves
  // Leaves beyond the checkpoint are adopted by the next round, in order. One below it can only wait
  // here if its index was lost with a restored copy of the statements: it is told again.
  const taken = await log.leavesOf(leaves.map(({ digest }) => digest))
  await log.markSequenced(taken.filter(({ index }) => index < published))
  return undefined
}
