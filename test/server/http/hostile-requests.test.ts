import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect } from 'chai'
import { Problem } from '#server/contract/problems.js'
import { Outage } from '#test/support/fake-ports.js'
import { type HttpRelay, httpRelay } from '#test/support/http-relay.js'

describe('hostile and unlucky requests', () => {
  let http: HttpRelay
  const post = (body: BodyInit, headers: Record<string, string> = {}) =>
    fetch(`${http.url}/v1/officers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    })

  async function expectProblem(response: Response, status: number, code?: string) {
    expect(response.status).to.equal(status)
    expect(response.headers.get('content-type')).to.include('application/problem+json')
    const problem = Problem.parse(await response.json())
    expect(problem).to.include({ status })
    expect(problem.code).to.equal(code)
    expect(problem.request).to.equal(response.headers.get('x-request-id'))
    return problem
  }

  before(async () => {
    http = await httpRelay()
  })
  after(() => http.close())

  for (const [what, body, headers] of [
    ['no JSON', 'credential=x', {}],
    ['half JSON', '{"credential":"x', {}],
    ['a member named twice', '{"credential":"aaaaaaaaaaaaaaaaa","credential":"b"}', {}],
    ['a prototype', '{"__proto__":{"credential":"aaaaaaaaaaaaaaaaa"}}', {}],
    ['a lone surrogate', '{"credential":"aaaaaaaaaaaaaaaaaa\\ud800"}', {}],
    ['octets that are no UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22]), {}],
    ['too many levels', `${'['.repeat(20_000)}${']'.repeat(20_000)}`, {}],
    ['a member nobody asked for', '{"credential":"aaaaaaaaaaaaaaaaa","extra":1}', {}],
    ['another shape', '[]', {}],
    ['no type', '{"credential":"aaaaaaaaaaaaaaaaa"}', { 'content-type': '' }],
    ['another type', '{"credential":"aaaaaaaaaaaaaaaaa"}', { 'content-type': 'text/plain' }],
    ['another charset', '{}', { 'content-type': 'application/json; charset=utf-16' }],
    ['a content encoding', '{}', { 'content-encoding': 'gzip' }],
  ] as const) {
    it(`refuses a body with ${what}`, async () => {
      await expectProblem(await post(body, headers), 400, 'malformed-request')
    })
  }

  it('never repeats what it was sent', async () => {
    const response = await post('{"credential":"aaaaaaaaaaaaaaaaa","<script>Frau Schmidt":1}')
    const problem = await expectProblem(response, 400, 'malformed-request')
    expect(JSON.stringify(problem)).to.not.match(/script|Schmidt|aaaa/)
  })

  it('refuses a body beyond its limit, announced or not', async () => {
    const large = JSON.stringify({ credential: 'x'.repeat(70_000) })
    await expectProblem(await post(large), 413, 'too-large')
    const chunks = new Blob([large]).stream()
    const unannounced = { method: 'POST', body: chunks, duplex: 'half' } as RequestInit
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${http.url}/v1/officers`, { ...unannounced, headers })
    await expectProblem(response, 413, 'too-large')
  })

  it('answers paths, queries and methods that nobody serves', async () => {
    for (const [path, method, status, code] of [
      ['/', 'GET', 404, undefined],
      ['/v1/packages/../../etc/passwd', 'GET', 404, undefined],
      ['/V1/directory', 'GET', 404, undefined],
      ['/v1/directory/', 'GET', 404, undefined],
      ['/v1/directory', 'DELETE', 404, undefined],
      ['/v1/directory/%zz', 'GET', 400, 'malformed-request'],
      ['/v1/directory/xa.moj%00', 'GET', 400, 'malformed-request'],
      ['/v1/directory?limit=0', 'GET', 400, 'malformed-request'],
      ['/v1/directory?limit=1&limit=2', 'GET', 400, 'malformed-request'],
      ['/v1/directory?limit[$gt]=1', 'GET', 400, 'malformed-request'],
    ] as const) {
      await expectProblem(await fetch(http.url + path, { method }), status, code)
    }
  })

  it('sends nothing back that TRACE would show', async () => {
    const socket = connect(http.port, '127.0.0.1')
    socket.write('TRACE / HTTP/1.1\r\nHost: x\r\nX-Secret: hunter2\r\nConnection: close\r\n\r\n')
    expect(await text(socket))
      .to.match(/^HTTP\/1\.1 404/)
      .and.not.contain('hunter2')
  })

  it('sends no page, no version and no permission to frame', async () => {
    const { headers } = await fetch(`${http.url}/health/live`)
    expect(headers.get('content-security-policy')).to.include("default-src 'none'")
    expect(headers.get('content-security-policy')).to.include("base-uri 'none'")
    expect(headers.get('x-content-type-options')).to.equal('nosniff')
    expect(headers.get('strict-transport-security')).to.match(/max-age=63072000; includeSubDomains/)
    expect(headers.has('x-powered-by')).to.equal(false)
    expect(headers.has('access-control-allow-origin')).to.equal(false)
  })

  it('survives what is no HTTP', async () => {
    const socket = connect(http.port, '127.0.0.1')
    socket.write(
      'GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
    )
    expect(await text(socket)).to.match(/^HTTP\/1\.1 400/)
    if (!socket.closed) await once(socket, 'close')
    expect((await fetch(`${http.url}/health/live`)).status).to.equal(200)
  })

  const failing = async (error: Error) => {
    const relay = await httpRelay({
      useCases: { listAuthorities: () => Promise.reject(error) } as never,
    })
    const response = await fetch(`${relay.url}/v1/directory`)
    await relay.close()
    return { response, said: relay.lines.join('') }
  }

  it('hides what a bug says, and finds it again by its id', async () => {
    const { response, said } = await failing(new Error('mongodb://relay:hunter2@db'))
    const problem = await expectProblem(response, 500)
    expect(JSON.stringify(problem) + said).to.not.include('hunter2')
    expect(said).to.include('http.fault').and.include(problem.request)
  })

  it('tells an outage from a bug, and when to try again', async () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
    for (const error of [new Outage('gone'), new Error('wrapped', { cause: refused })]) {
      const { response } = await failing(error)
      expect(Number(response.headers.get('retry-after'))).to.be.greaterThan(0)
      await expectProblem(response, 503, 'unavailable')
    }
    const { response } = await failing(Object.assign(new Error('write'), { code: 'ENOSPC' }))
    await expectProblem(response, 507, 'storage-full')
  })
})
