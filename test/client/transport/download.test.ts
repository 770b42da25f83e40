import { expect } from 'chai'
import { httpRelay } from '#client/transport/http-relay.js'
import {
  type Answer,
  broken,
  problem,
  type ScriptedRelay,
  scriptedRelay,
} from '#test/support/client/scripted-relay.js'
import { octetsOf } from '#test/support/octets.js'
import { codeOf } from '#test/support/code-of.js'
import { NOW } from '#test/support/world/moments.js'
import { world } from '#test/support/world/world.js'

describe('a download', () => {
  const octets = octetsOf(300_000)
  const TAG = '"a representation"'
  let server: ScriptedRelay
  let received = 0
  beforeEach(async () => {
    server = await scriptedRelay()
  })
  afterEach(() => server.close())

  /** Sends so much of it, then the line breaks. */
  const upTo =
    (end: number, from = 0, headers: Record<string, string> = { etag: TAG }): Answer =>
    async (response) => {
      const range = { 'content-range': `bytes ${from}-${octets.length - 1}/${octets.length}` }
      const length = { 'content-length': octets.length - from }
      response.writeHead(from > 0 ? 206 : 200, { ...headers, ...length, ...(from > 0 && range) })
      response.write(octets.subarray(from, end))
      if (end === octets.length) response.end()
      else {
        // What was written is to arrive before the line breaks.
        while (received < end) await new Promise(setImmediate)
        response.destroy()
      }
    }
  async function download(...answers: Answer[]): Promise<Buffer> {
    server.script.answers = answers
    received = 0
    const { key } = (await world()).drafter
    const relay = httpRelay(server.url, key, () => NOW)
    const params = {
      package: '019cb9a0-0000-7000-8000-000000000001',
      part: '019cb9a0-0000-7000-8000-000000000002',
    }
    const chunks: Uint8Array[] = []
    for await (const chunk of relay.download('downloadPart', { params })) {
      chunks.push(chunk)
      received += chunk.length
    }
    return Buffer.concat(chunks)
  }

  it('is asked for as it is stored', async () => {
    expect((await download(upTo(octets.length))).equals(octets)).to.equal(true)
    const [{ headers } = { headers: {} }] = server.asked
    expect(headers).to.include({ 'accept-encoding': 'identity' })
    expect(headers).to.not.have.any.keys('range', 'if-range')
  })

  it('goes on where the line broke, as often as it breaks, if it is still the same', async () => {
    const all = await download(
      broken,
      upTo(100_000),
      problem(503, 'unavailable', { 'retry-after': '0' }),
      upTo(200_000, 100_000),
      upTo(octets.length, 200_000),
    )
    expect(all.equals(octets)).to.equal(true)
    const ranges = server.asked.map(({ headers }) => [headers.range, headers['if-range']])
    expect(ranges).to.deep.equal([
      [undefined, undefined],
      [undefined, undefined],
      ['bytes=100000-', TAG],
      ['bytes=100000-', TAG],
      ['bytes=200000-', TAG],
    ])
    const proofs = server.asked.map(({ headers }) => headers['dpop'])
    expect(new Set(proofs).size).to.equal(5)
  })

  it('does not go on with something else', async () => {
    for (const [name, other] of Object.entries<Answer>({
      'all of it again': upTo(octets.length),
      'from elsewhere': upTo(octets.length, 50_000),
      'a range of nothing': (response) => response.writeHead(206).end('x'),
    })) {
      const code = await codeOf(() => download(upTo(100_000), other))
      expect(code, name).to.equal('relay-answer')
    }
    expect(await codeOf(() => download((response) => response.writeHead(206).end('x')))).to.equal(
      'relay-answer',
    )
  })

  it('is not begun twice where nobody can say that it is the same', async () => {
    const code = await codeOf(() => download(upTo(100_000, 0, {})))
    expect(code).to.equal('relay-unreachable')
    expect(server.asked).to.have.length(1)
  })

  it('ends at a refusal, before it begins and in its middle', async () => {
    expect(await codeOf(() => download(problem(404, 'part-unknown')))).to.equal('part-unknown')
    expect(
      await codeOf(() => download(upTo(100_000), problem(401, 'credential-revoked'))),
    ).to.equal('credential-revoked')
    expect(server.asked).to.have.length(3)
  })
})
