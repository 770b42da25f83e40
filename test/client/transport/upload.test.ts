import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { expect } from 'chai'
import type { SealedBody } from '#client/core/ports.js'
import { httpRelay as client } from '#client/transport/http-relay.js'
import { codeOf } from '#test/support/code-of.js'
import { type HttpRelay, httpRelay } from '#test/support/http-relay.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'
import { announced, digestOf, octetsOf, openStores } from '../../server/blobs/fixtures.js'

type Happens = (request: IncomingMessage, response: ServerResponse, onward: () => void) => void

describe('the upload of a part', () => {
  const folder = temporaryFolder()
  const octets = octetsOf(300_000)
  let http: HttpRelay
  let stores: ReturnType<typeof openStores>
  /** What happens to the requests of a method, one after the other; then nothing more. */
  let happens: Partial<Record<string, Happens[]>>
  let seen: string[]
  let proofs: unknown[]
  /** Seconds that log-ins are put off by, one after the other, undefined: not; and when each came. */
  let putOff: (number | undefined)[]
  let logIns: number[]

  beforeEach(async () => {
    happens = {}
    seen = []
    proofs = []
    putOff = []
    logIns = []
    stores = openStores(folder.path, { longest: 8 * 1024 * 1024 })
    http = await httpRelay({ uploads: stores.uploads }, (request, response, onward) => {
      const { method = '', headers } = request
      if (request.url === '/v1/token') {
        logIns.push(performance.now())
        const seconds = putOff.shift()
        if (seconds === undefined) onward()
        else response.writeHead(503, { 'retry-after': String(seconds) }).end()
        return
      }
      seen.push(method)
      proofs.push(headers['dpop'])
      const next = happens[method]?.shift()
      if (next === undefined) onward()
      else next(request, response, onward)
    })
  })
  afterEach(() => http.close())

  const bodyOf = (body: Uint8Array): SealedBody => ({
    length: body.length,
    slice: (start, end) => Readable.from([Buffer.from(body.subarray(start, end))]),
  })
  const upload = (blob: ReturnType<typeof announced>, body = bodyOf(octets), sent?: number[]) =>
    client(http.url, http.relay.drafter.key, () => http.relay.clock.now()).upload(
      { package: blob.package, part: blob.part, digest: blob.digest, body },
      (octetsSent) => sent?.push(octetsSent),
    )
  const expectKept = async (blob: ReturnType<typeof announced>) =>
    expect(await stores.blobs.find(blob)).to.deep.equal({ length: octets.length })
  const answered =
    (status: number, code: string): Happens =>
    (_request, response) =>
      response
        .writeHead(status, { 'content-type': 'application/problem+json', 'retry-after': '0' })
        .end(JSON.stringify({ type: '-', title: code, status, code }))
  const breaks: Happens = (request) => request.socket.destroy()

  it('is whole and told of as it goes', async () => {
    const blob = announced(octets)
    const sent: number[] = []
    await upload(blob, undefined, sent)
    await expectKept(blob)
    expect(sent.at(-1)).to.equal(octets.length)
    expect(seen).to.deep.equal(['POST', 'HEAD', 'PATCH'])
    expect(new Set(proofs).size, 'a proof for each').to.equal(3)
  })

  it('sends nothing a second time that has arrived', async () => {
    const blob = announced(octets)
    await upload(blob)
    seen.length = 0
    await upload(blob)
    expect(seen).to.not.include('PATCH')
  })

  it('goes on where the relay stands after the line broke, anywhere', async () => {
    const blob = announced(octets)
    happens = { POST: [breaks], HEAD: [breaks], PATCH: [breakAfter(120_000), breaks] }
    const starts: number[] = []
    const body = bodyOf(octets)
    await upload(blob, {
      ...body,
      slice(start, end, onFailure) {
        starts.push(start)
        return body.slice(start, end, onFailure)
      },
    })
    await expectKept(blob)
    expect(starts[0]).to.equal(0)
    expect(seen.filter((method) => method === 'PATCH').length).to.be.at.least(3)
  })

  /** So much of a piece reaches the relay, and nobody is told. */
  function breakAfter(length: number): Happens {
    return (request, _response, onward) => {
      let arrived = 0
      request.on('data', (chunk: Buffer) => {
        arrived += chunk.length
        if (arrived >= length) request.socket.destroy()
      })
      request.pause()
      onward()
    }
  }

  it('tries again what passes, logging in anew where the token has ended', async () => {
    const blob = announced(octets)
    happens = {
      POST: [answered(401, 'token-expired'), answered(503, 'unavailable')],
      PATCH: [answered(401, 'token-expired'), answered(423, 'upload-conflict')],
    }
    await upload(blob)
    await expectKept(blob)
  })

  it('logs in again on the way no sooner than the relay asks', async () => {
    const blob = announced(octets)
    happens = { PATCH: [answered(401, 'token-expired')] }
    putOff = [undefined, 2]
    await upload(blob)
    await expectKept(blob)
    const [, refused = 0, again = 0] = logIns
    expect(again - refused).to.be.at.least(1_990)
  })

  it('ends at a refusal that is final', async () => {
    for (const method of ['POST', 'PATCH']) {
      happens = { [method]: [answered(403, 'not-permitted')] }
      seen.length = 0
      expect(await codeOf(() => upload(announced(octets))), method).to.equal('not-permitted')
      expect(seen.filter((each) => each === method)).to.have.length(1)
    }
  })

  it('ends where the relay asks for more patience than anybody has', async () => {
    const patience: Happens = (_request, response) =>
      response
        .writeHead(429, { 'retry-after': '3600' })
        .end('{"type":"-","title":"-","status":429}')
    happens = { PATCH: [patience] }
    await expect429(upload(announced(octets)))
    expect(seen.filter((each) => each === 'PATCH')).to.have.length(1)
  })
  const expect429 = (uploaded: Promise<void>) =>
    uploaded.then(
      () => expect.fail('was not refused'),
      (error: unknown) => expect(error).to.include({ status: 429 }),
    )

  it('is refused when the octets are not those that were announced', async () => {
    const blob = { ...announced(octets), digest: digestOf(octetsOf(1)) }
    expect(await codeOf(() => upload(blob))).to.equal('part-mismatch')
    expect(await stores.blobs.find(blob)).to.equal(undefined)
  })

  it('goes to no other place than the relay', async () => {
    for (const location of ['https://attacker.example/v1/uploads/x', '//attacker.example/x', '']) {
      happens = {
        POST: [
          (_request, response) =>
            response.writeHead(201, location === '' ? {} : { location }).end(),
        ],
      }
      seen.length = 0
      expect(await codeOf(() => upload(announced(octets))), location).to.equal('relay-answer')
      expect(seen).to.deep.equal(['POST'])
    }
  })

  it('ends when the sealed part cannot be read any more', async () => {
    const body: SealedBody = {
      length: octets.length,
      slice: (_start, _end, onFailure) =>
        new Readable({
          read() {
            this.destroy(Object.assign(new Error('EIO'), { code: 'EIO' }))
          },
        }).on('error', onFailure),
    }
    expect(await codeOf(() => upload(announced(octets), body))).to.equal('file-unreadable')
  })
})
