/**
 * The closed vocabulary of the log. What cannot be said here cannot be logged: there is no field for
 * content, for a person's name, for a token, or for the text of somebody else's error.
 *
 * @packageDocumentation
 */

/** Everything that is ever logged, by name: what an operator may search and alert on (docs/operations.md, "Log lines"). */
export const logEvents = [
  'relay.listening',
  'relay.stopping',
  'relay.failed',
  'tls.renewed',
  'tls.unusable',
  'http.request',
  'http.refused',
  'http.fault',
  'http.outage',
  'handover.unrecorded',
  'uploads.expired',
  'socket.opened',
  'socket.closed',
  'socket.refused',
  'socket.expelled',
  'socket.fault',
  'service.lost',
  'worker.started',
  'worker.stopping',
  'worker.stopped',
  'worker.failed',
  'job.done',
  'job.refused',
  'job.failed',
  'outbox.dispatched',
  'outbox.failed',
  'announcement.failed',
  'board.listening',
  'board.opened',
  'board.unread',
  'board.stopping',
  'board.failed',
  'sequencer.leading',
  'sequencer.standing-by',
  'sequencer.published',
  'sequencer.failed',
  'certificate-status.refreshed',
  'certificate-status.failed',
  'certificate-status.silent',
  'timestamp.stored',
  'timestamp.failed',
  'witness.cosigned',
  'witness.failed',
  'witness.conflict',
  'keys.expiring',
  'trust.unbound-root',
  'migration.done',
  'migration.passed-over',
  'migration.unknown',
  'retention.done',
  'retention.failed',
] as const
export type LogEvent = (typeof logEvents)[number]

/** Ids, codes and counts. Every string goes through {@link coded} on its way out. */
export type LogFields = {
  readonly request?: string
  readonly method?: string
  /** The path as the contract spells it, never the path that was asked for. */
  readonly route?: string
  readonly status?: number
  /** A code of ours or of the system: `part-missing`, `statement/signature`, `ENOSPC`. */
  readonly code?: string
  readonly reason?: string
  /** Milliseconds. */
  readonly took?: number
  /** Octets. */
  readonly octets?: number
  readonly count?: number
  readonly authority?: string
  readonly kid?: string
  readonly package?: string
  readonly part?: string
  readonly recipient?: string
  /** Hex SHA-256 of a statement or a blob. */
  readonly digest?: string
  readonly upload?: string
  readonly job?: string
  readonly jobId?: string
  readonly attempt?: number
  readonly service?: string
  readonly worker?: string
  readonly host?: string
  readonly port?: number
  readonly size?: number
  readonly index?: number
  readonly epoch?: number
  readonly late?: number
  /** Its id. */
  readonly migration?: string
}

const CODED = /^[A-Za-z0-9_.:/*@+-]{1,160}$/

/** The value itself when it is an id, a code or a route; otherwise a mark in its place. */
export const coded = (value: string): string => (CODED.test(value) ? value : '[withheld]')
