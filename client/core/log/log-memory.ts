import { z } from 'zod'
import { Timestamp } from '#crypto/fields/fields.js'

const note = z.string().min(1).max(262_144)

/**
 * How a log broke its promise to this machine, with what shows it: two checkpoints that the log signed.
 * A file of it convinces others; a fork needs nothing else.
 */
export const ShownBreach = z.strictObject({
  format: z.literal('rogatory-log-breach'),
  version: z.literal(1),
  /** See `LogBreach` in crypto/transparency/compare-checkpoints.ts. */
  breach: z.enum(['forked', 'rewritten', 'shrunken']),
  origin: z.string().min(1).max(512),
  /** When this machine saw it, by its clock. */
  seen: Timestamp,
  /** The checkpoint that was remembered. */
  remembered: note,
  /** The one shown now; null if the log shows none any more. */
  shown: note.nullable(),
})
export type ShownBreach = z.infer<typeof ShownBreach>

/** What a machine remembers of logs. It must outlive the process: a witness that forgets is none. */
export interface LogMemory {
  /** The last checkpoint of each log, by origin. */
  all(): Promise<ReadonlyMap<string, string>>
  /**
   * Remembers `to` if `from` is still what is remembered of that log (undefined: nothing): false when
   * somebody else was faster. Durable on return.
   */
  advance(origin: string, from: string | undefined, to: string): Promise<boolean>
  /** Keeps what shows a breach. The same two checkpoints are kept once. */
  keepBreach(breach: ShownBreach): Promise<void>
  breaches(): Promise<readonly ShownBreach[]>
}
