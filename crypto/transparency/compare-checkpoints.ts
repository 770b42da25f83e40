import { equalBytes } from '../bytes/bytes.js'
import { CryptoError } from '../errors.js'
import type { Checkpoint } from './checkpoint.js'
import { verifyConsistency } from './consistency.js'

/**
 * How a log breaks its promise to only ever grow.
 *
 * - `forked`: two roots for one size. The two signed checkpoints alone prove it to anybody.
 * - `rewritten`: the larger tree does not begin with the smaller one, as far as the log can show.
 * - `shrunken`: the tree it shows now is smaller than one that it showed before.
 */
export type LogBreach = 'forked' | 'rewritten' | 'shrunken'
export type LogStep = 'same' | 'grown' | LogBreach

/**
 * Compares a checkpoint with one of the same log that was seen before it. Both are opened: the log
 * signed them.
 *
 * @param prove - the path from the earlier size to the later one, as the log gives it. Asked for only
 *   where the tree has grown; what it throws passes through, since no answer is no breach.
 */
export async function compareCheckpoints(
  before: Checkpoint,
  now: Checkpoint,
  prove: (fromSize: number, toSize: number) => Promise<readonly Uint8Array[]>,
): Promise<LogStep> {
  if (now.size < before.size) return 'shrunken'
  if (now.size === before.size) return equalBytes(now.root, before.root) ? 'same' : 'forked'
  const path = await prove(before.size, now.size)
  try {
    await verifyConsistency({
      fromSize: before.size,
      fromRoot: before.root,
      toSize: now.size,
      toRoot: now.root,
      path,
    })
    return 'grown'
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error
    return 'rewritten'
  }
}

export const isBreach = (step: LogStep): step is LogBreach => step !== 'same' && step !== 'grown'
