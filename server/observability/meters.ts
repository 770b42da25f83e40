import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'
import type { LogEvent } from './log-fields.js'

/** What a process counts as it goes, for Prometheus. */
export type Meters = {
  /** One answer of the relay. `route` as the contract spells it: never an address that was asked for. */
  answered(answer: {
    readonly method: string
    readonly route: string
    readonly status: number
    readonly seconds: number
  }): void
  /** One line of the log, of level warn or error. */
  logged(event: LogEvent, level: 'warn' | 'error'): void
  /** Everything counted so far, and how the process itself is, in the text format of Prometheus. */
  text(): Promise<string>
}

/** Quick answers, slow answers, and uploads. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60]

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/**
 * What the alarms rest on is there from the start: the first line would otherwise come together with
 * the series, and Prometheus would see no increase.
 */
const FROM_THE_START: readonly (readonly [LogEvent, 'warn' | 'error'])[] = [
  ['http.fault', 'error'],
  ['http.outage', 'error'],
  ['handover.unrecorded', 'error'],
  ['socket.fault', 'error'],
  ['retention.failed', 'error'],
  ['service.lost', 'warn'],
  ['worker.failed', 'error'],
  ['job.failed', 'error'],
  ['job.refused', 'error'],
  ['outbox.failed', 'error'],
  ['sequencer.failed', 'error'],
  ['timestamp.failed', 'error'],
  ['witness.failed', 'error'],
  ['witness.conflict', 'error'],
]

/** Counters of one process. Labels come from closed sets, so that no client can make series. */
export function createMeters(): Meters {
  const registry = new Registry()
  const requests = new Histogram({
    name: 'rogatory_http_request_seconds',
    help: 'Answers of this relay, by how long they took; 499: the client did not wait for the end.',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [registry],
  })
  const lines = new Counter({
    name: 'rogatory_log_lines_total',
    help: 'Warnings and errors in the log of this process, by event (docs/operations.md).',
    labelNames: ['event', 'level'],
    registers: [registry],
  })
  for (const [event, level] of FROM_THE_START) lines.inc({ event, level }, 0)
  let watched = false
  return {
    answered: ({ method, route, status, seconds }) =>
      requests.observe({ method: METHODS.has(method) ? method : 'other', route, status }, seconds),
    logged: (event, level) => lines.inc({ event, level }),
    text() {
      // Watching the event loop and the garbage collector costs something, so only if anybody asks.
      if (!watched) collectDefaultMetrics({ register: registry })
      watched = true
      return registry.metrics()
    },
  }
}
