import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import { otlpTraces, type FinishedSpan } from './otlp-traces.js'
import type { OpenSpan, SpanFacts, SpanKind, Tracer } from './tracer.js'

type Options = {
  /** Base address of a collector: `/v1/traces` is appended. */
  readonly endpoint: string
  /** `rogatory-relay` or `rogatory-workers`. */
  readonly service: string
  /** Which share of what comes in is traced, 0 to 1. */
  readonly ratio: number
  readonly intervalMs?: number
}
type Context = { readonly trace: string; readonly span: string } | 'unsampled'

/** So many spans wait to be sent; more are dropped rather than held. */
const MOST_WAITING = 4096
const MOST_AT_ONCE = 512
const PATIENCE_MS = 5_000

/**
 * Traces to an OpenTelemetry collector: OTLP over HTTP in JSON. Best-effort: a collector that is slow or
 * away costs spans, and nothing else.
 *
 * Nothing is taken from `traceparent` of a request: strangers do not choose where their requests are shown.
 */
export function otlpTracer({ endpoint, service, ratio, intervalMs = 2_000 }: Options): Tracer {
  const contexts = new AsyncLocalStorage<Context>()
  const waiting: FinishedSpan[] = []
  const instance = randomBytes(8).toString('hex')
  let sending: Promise<void> = Promise.resolve()
  const timer = setInterval(() => void send(), intervalMs).unref()

  function begin(name: string, kind: SpanKind, facts: SpanFacts = {}): OpenSpan {
    const parent = contexts.getStore()
    // What stores do by themselves, such as looking for work every second, is no story of its own.
    const isRoot = parent === undefined
    if (parent === 'unsampled' || (isRoot && (kind === 'client' || Math.random() >= ratio))) {
      return { within: (work) => contexts.run('unsampled', work), end: () => undefined }
    }
    const trace = parent?.trace ?? randomBytes(16).toString('hex')
    const span = randomBytes(8).toString('hex')
    const begun = now()
    return {
      within: (work) => contexts.run({ trace, span }, work),
      end(more = {}, finalName = name) {
        if (waiting.length >= MOST_WAITING) return
        const ended = { name: finalName, kind, facts: { ...facts, ...more } }
        waiting.push({ trace, span, parent: parent?.span, begun, ended: now(), ...ended })
      },
    }
  }

  function send(): Promise<void> {
    const batch = waiting.splice(0, MOST_AT_ONCE)
    if (batch.length === 0) return sending
    sending = sending.then(() =>
      fetch(new URL('v1/traces', endpoint.replace(/\/*$/, '/')), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(otlpTraces({ service, instance }, batch)),
        signal: AbortSignal.timeout(PATIENCE_MS),
        redirect: 'error',
      }).then(
        (answer) => answer.body?.cancel(),
        () => undefined,
      ),
    )
    return sending
  }

  return {
    begin,
    async trace(name, kind, facts, work) {
      const span = begin(name, kind, facts)
      try {
        const result = await span.within(work)
        span.end()
        return result
      } catch (error) {
        span.end({ 'error.type': kindOf(error) })
        throw error
      }
    },
    async close() {
      clearInterval(timer)
      while (waiting.length > 0) await send()
      await sending
    },
  }
}

/** A code of ours or of the system, or the class; never the text, which may hold anything. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const code = 'code' in error ? String(error.code) : ''
  return /^[A-Za-z0-9_/-]{1,64}$/.test(code) ? code : error.name
}

/** Nanoseconds since 1970, to the microsecond. */
const now = (): string =>
  `${BigInt(Math.round((performance.timeOrigin + performance.now()) * 1000)) * 1000n}`
