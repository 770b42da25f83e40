import type { SpanFacts, SpanKind } from './tracer.js'

export type FinishedSpan = {
  /** 16 and 8 octets in hex, as OTLP's JSON has them. */
  readonly trace: string
  readonly span: string
  readonly parent: string | undefined
  readonly name: string
  readonly kind: SpanKind
  readonly facts: SpanFacts
  /** Nanoseconds since 1970. */
  readonly begun: string
  readonly ended: string
}

/** `SpanKind` and `StatusCode` of opentelemetry.proto.trace.v1. */
const KINDS: Record<SpanKind, number> = { server: 2, client: 3, consumer: 5 }
const ERROR = 2

const attribute = ([key, value]: [string, number | string]) => ({
  key,
  value: typeof value === 'number' ? { intValue: String(value) } : { stringValue: value },
})

/** An `ExportTraceServiceRequest` in the JSON of OTLP 1: hex ids, numbers of 64 bits as text. */
export const otlpTraces = (
  { service, instance }: { readonly service: string; readonly instance: string },
  spans: readonly FinishedSpan[],
) => ({
  resourceSpans: [
    {
      resource: {
        attributes: [
          attribute(['service.name', service]),
          attribute(['service.instance.id', instance]),
        ],
      },
      scopeSpans: [{ scope: { name: 'rogatory' }, spans: spans.map(asSpan) }],
    },
  ],
})

const asSpan = ({ trace, span, parent, name, kind, facts, begun, ended }: FinishedSpan) => ({
  traceId: trace,
  spanId: span,
  ...(parent !== undefined && { parentSpanId: parent }),
  name,
  kind: KINDS[kind],
  startTimeUnixNano: begun,
  endTimeUnixNano: ended,
  attributes: Object.entries(facts).map(attribute),
  status: facts['error.type'] === undefined ? {} : { code: ERROR },
})
