import { toBase64 } from '#crypto/bytes/bytes.js'
import type { CosignatureStore, LogStore, StoredCheckpoint, TimestampStore } from './ports.js'
import type { ProveConsistency } from './prove-consistency.js'
import type { LeafProof, LeafProver } from './prove-inclusion.js'
import { readWitnessed, type Witnessed } from './read-witnessed.js'

type Ports = {
  readonly log: Pick<LogStore, 'checkpoint' | 'leavesOf' | 'newestCheckpoint'>
  readonly timestamps: Pick<TimestampStore, 'forCheckpoint' | 'oldestStamped'>
  readonly cosignatures: Pick<CosignatureStore, 'earliestFrom'>
  readonly prove: LeafProver
  readonly proveConsistency: ProveConsistency
}

/** What the log says of some statements, under one checkpoint. */
export type Cover = {
  /** The signed note; null while nothing is published. */
  readonly checkpoint: string | null
  /** In the order of their indexes. */
  readonly leaves: LeafProof[]
  /** Base64 of DER tokens over the checkpoint's note. */
  readonly timestamps: string[]
  /** Cosigned checkpoints, this one or later. */
  readonly witnessed: Witnessed[]
  /** Digests of required statements that the checkpoint does not cover. */
  readonly pending: string[]
  /** True while nobody has stamped the checkpoint. */
  readonly stampPending: boolean
}

/**
 * Proves statements to be in the log under the checkpoint that says most: the oldest time-stamped one
 * that covers all that are required, so that whoever asks a year later still learns that they existed
 * then; while none is stamped, the newest.
 *
 * @param statements - digests; the optional ones are proved where they stand under that checkpoint, and
 *   waited for by nobody.
 */
export async function coverStatements(
  ports: Ports,
  statements: {
    readonly required: readonly string[]
    readonly optional: readonly string[]
    /** Leaves that the checkpoint covers at least. */
    readonly covering?: number
  },
): Promise<Cover> {
  const { log, timestamps, prove } = ports
  const required = new Set(statements.required)
  const leaves = await log.leavesOf([...new Set([...required, ...statements.optional])])
  const there = leaves.filter(({ digest }) => required.has(digest))
  const size = Math.max(statements.covering ?? 0, ...there.map(({ index }) => index + 1))
  const stamped = there.length === required.size ? await stampedOver(size) : undefined
  const checkpoint = stamped ?? (await log.newestCheckpoint())
  if (checkpoint === undefined) {
    return {
      checkpoint: null,
      leaves: [],
      timestamps: [],
      witnessed: [],
      pending: [...required],
      stampPending: true,
    }
  }
  const covered = leaves.filter(({ index }) => index < checkpoint.size)
  const tokens = await timestamps.forCheckpoint(checkpoint.size)
  for (const { digest } of covered) required.delete(digest)
  return {
    checkpoint: checkpoint.note,
    leaves: await prove(
      covered.sort((a, b) => a.index - b.index),
      checkpoint.size,
    ),
    timestamps: tokens.map(({ token }) => toBase64(token)),
    witnessed: await readWitnessed(ports, checkpoint.size),
    pending: [...required],
    stampPending: tokens.length === 0,
  }

  async function stampedOver(leafCount: number): Promise<StoredCheckpoint | undefined> {
    const found = await timestamps.oldestStamped(leafCount)
    return found === undefined ? undefined : log.checkpoint(found)
  }
}
