import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect } from 'chai'
import { z } from 'zod'
import { silentLogger } from '#server/observability/logger.js'
import { otlpTracer } from '#server/observability/tracing/otlp-tracer.js'
import { tracedPort, tracedPorts } from '#server/observability/tracing/traced-ports.js'
import type { Tracer } from '#server/observability/tracing/tracer.js'
import { runJob } from '#workers/worker.js'
import type { Processors } from '#workers/processor.js'
import { codeOf } from '#test/support/code-of.js'
import { httpRelay } from '#test/support/http-relay.js'

const Value = z.union([
  z.strictObject({ stringValue: z.string() }),
  z.strictObject({ intValue: z.string() }),
])
const Span = z.strictObject({
  traceId: z.string().regex(/^[0-9a-f]{32}$/),
  spanId: z.string().regex(/^[0-9a-f]{16}$/),
  parentSpanId: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional(),
  name: z.string(),
  kind: z.number(),
  startTimeUnixNano: z.string().regex(/^\d{19}$/),
  endTimeUnixNano: z.string().regex(/^\d{19}$/),
  attributes: z.array(z.strictObject({ key: z.string(), value: Value })),
  status: z.strictObject({ code: z.literal(2).optional() }),
})
type Span = z.infer<typeof Span>
const Request = z.strictObject({
  resourceSpans: z.tuple([
    z.strictObject({
      resource: z.strictObject({
        attributes: z.array(z.strictObject({ key: z.string(), value: Value })),
      }),
      scopeSpans: z.tuple([
        z.strictObject({ scope: z.strictObject({ name: z.string() }), spans: z.array(Span) }),
      ]),
    }),
  ]),
})

describe('traces', () => {
  let collector: Server
  let endpoint: string
  let spans: Span[]
  let bodies: string
  let answer: number
  beforeEach(async () => {
    spans = []
    bodies = ''
    answer = 200
    collector = createServer((request, response) => {
      void text(request).then((body) => {
        expect(request.url).to.equal('/v1/traces')
        bodies += body
        spans.push(...Request.parse(JSON.parse(body)).resourceSpans[0].scopeSpans[0].spans)
        response.writeHead(answer).end('{}')
      })
    })
    await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve))
    endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`
  })
  afterEach(() => collector.close())
  const open = (ratio = 1): Tracer => otlpTracer({ endpoint, service: 'rogatory-relay', ratio })
  const said = ({ attributes }: Span) =>
    Object.fromEntries(
      attributes.map(({ key, value }) => [
        key,
        'intValue' in value ? Number(value.intValue) : value.stringValue,
      ]),
    )
  const named = (name: string): Span => {
    const found = spans.find((span) => span.name === name)
    if (found === undefined) throw new TypeError(`no ${name} in ${spans.map((s) => s.name).join()}`)
    return found
  }

  it('tell a request by its route, and nothing that a client chose', async () => {
    const tracer = open()
    const http = await httpRelay({ tracer })
    const authority = 'xq.secret-name'
    const response = await fetch(`${http.url}/v1/directory/${authority}?a=b`)
    await response.text()
    await fetch(`${http.url}/no/such/${authority}`).then((other) => other.text())
    await http.close()
    await tracer.close()

    expect(said(named('GET /v1/directory/:authority'))).to.deep.equal({
      'http.request.method': 'GET',
      'http.route': '/v1/directory/:authority',
      'http.response.status_code': response.status,
    })
    expect(named('GET -').kind).to.equal(2)
    expect(bodies).to.not.include(authority)
  })

  it('join what is done within, and say that it failed, not how', async () => {
    const tracer = open()
    const { packages, blobs, plain } = tracedPorts(tracer, 'mongodb', {
      packages: { find: () => Promise.resolve('found'), count: () => 3 },
      blobs: { read: () => Promise.reject(new Error('secret detail of xa.moj')) },
      plain: 7,
    })
    const failing = Object.assign(new Error('secret detail'), { code: 'ECONNREFUSED' })
    const work = tracer.trace(
      'outer',
      'consumer',
      { 'rogatory.job': 'clocks.expiry' },
      async () => {
        expect([await packages.find(), packages.count(), plain]).to.deep.equal(['found', 3, 7])
        await blobs.read().catch(() => undefined)
        throw failing
      },
    )
    expect(await codeOf(() => work)).to.equal('ECONNREFUSED')
    await packages.find()
    await tracer.close()

    const outer = named('outer')
    expect(said(outer)).to.deep.equal({
      'rogatory.job': 'clocks.expiry',
      'error.type': 'ECONNREFUSED',
    })
    expect(outer.status).to.deep.equal({ code: 2 })
    expect(outer.parentSpanId).to.equal(undefined)
    for (const name of ['packages.find', 'blobs.read']) {
      expect([named(name).traceId, named(name).parentSpanId]).to.deep.equal([
        outer.traceId,
        outer.spanId,
      ])
    }
    // What a store is asked outside of any request or job is no story.
    expect(spans.filter(({ name }) => name === 'packages.find')).to.have.length(1)
    expect(bodies).to.not.include('secret')
  })

  it('tell a job by its name', async () => {
    const tracer = open()
    const header = '0'.repeat(64)
    const harness = {
      processors: { 'clocks.expiry': () => Promise.resolve() } as unknown as Processors,
      pending: { done: () => Promise.resolve(), refused: () => Promise.resolve() },
      clock: { now: () => new Date() },
      log: silentLogger,
      tracer,
    }
    const data = { payload: { header }, early: false }
    await runJob('clocks', harness, { id: 'j', name: 'clocks.expiry', data, attemptsMade: 0 })
    await tracer.close()
    expect(named('clocks.expiry').kind).to.equal(5)
    expect(bodies).to.not.include(header)
  })

  it('are made of a share of what comes in, with all that belongs to it, or of nothing', async () => {
    const tracer = open(0)
    const port = tracedPort(tracer, 'mongodb', 'packages', { find: () => Promise.resolve(1) })
    await tracer.trace('outer', 'server', {}, () => port.find())
    await tracer.close()
    expect(spans).to.deep.equal([])
    expect(tracedPort(undefined, 'mongodb', 'packages', port)).to.equal(port)
  })

  it('cost nothing but themselves when the collector refuses, or is away', async () => {
    const tracer = open()
    answer = 500
    expect(await tracer.trace('one', 'server', {}, () => Promise.resolve(1))).to.equal(1)
    await tracer.close()
    const away = otlpTracer({ endpoint: 'http://127.0.0.1:1', service: 'x', ratio: 1 })
    for (let i = 0; i < 5_000; i++) away.begin('many', 'server').end()
    await away.close()
    expect(spans.map(({ name }) => name)).to.deep.equal(['one'])
  })
})
