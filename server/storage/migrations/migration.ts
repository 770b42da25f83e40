import type { Connection } from 'mongoose'

/** What came of one batch, in documents. */
export type Batch = {
  readonly changed: number
  /** Left as they were, since they cannot be read as what they were kept as. */
  readonly passedOver: number
}

/**
 * One change of documents that earlier versions have kept.
 *
 * It ships a release after the code that writes the new form and still reads the old one, so that all who write beside
 * it write the new form already; what reads the old one goes a release later still (docs/operations.md, "Upgrade").
 */
export type Migration = {
  /** `NNNN-what`, the name of its file, for ever: databases remember it. */
  readonly id: string
  /** What it changes and why, for whoever reads the list. */
  readonly what: string
  /**
   * Whether versions that do not know it may be started over the data once it has begun. `must-not-run` is for what
   * every earlier version would misread; then there is no way back but a backup.
   */
  readonly older: 'may-run' | 'must-not-run'
  /**
   * Changes what has the old form, a bounded batch for each step, and ends when nothing has it. It may be cut off between two
   * of its writes and begun again, and may run twice at once: a document that has the new form stays as it is. It speaks to the
   * collections themselves, as the schemas of the stores go on changing, and each of its writes is `DURABLE`.
   */
  readonly batches: (database: Connection) => AsyncIterable<Batch>
}
