/** How one worker process is, as it last said. The relay's operator reads it; nothing depends on it. */
export type Heartbeat = {
  /** Unique to one run of one process. */
  readonly worker: string
  readonly at: Date
  /** False when something needs a person: the log refuses to go on. */
  readonly healthy: boolean
  readonly sequencer: 'leading' | 'standing-by' | 'failed'
  /** Code of the fault that stopped the sequencer. */
  readonly fault: string | null
  /** Jobs whose time has come and that are not done, and since when the oldest. */
  readonly overdue: number
  readonly oldest: Date | null
}

/** A worker silent for longer than this is gone. */
export const SILENT_AFTER_MS = 15_000

export interface HeartbeatStore {
  /** Replaces what this worker said before; forgets workers silent for a day. */
  beat(heartbeat: Heartbeat): Promise<void>
  /** The newest word of every worker that was heard since. */
  heardSince(at: Date): Promise<readonly Heartbeat[]>
}
