import { once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect } from 'chai'
import { rejection } from '#test/support/rejection.js'
import { httpWitness } from '#workers/log/http-witness.js'

const note =
  'relay.test/log\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\n— relay.test/log AAAAAAA=\n'
const request = { oldSize: 0, path: [], note }

describe('a witness over HTTP', () => {
  let server: Server
  let url: string
  let answer: (response: ServerResponse) => void
  let received: string[]

  before(async () => {
    server = createServer((message, response) => {
      void text(message).then((body) => {
        received.push(`${message.method ?? ''} ${message.url ?? ''}`, body)
        answer(response)
      })
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/w/`
  })
  beforeEach(() => (received = []))
  after(() => {
    server.closeAllConnections()
    server.close()
  })
  const answering = (status: number, body: string, type = 'text/plain') => {
    answer = (response) => response.writeHead(status, { 'content-type': type }).end(body)
    return httpWitness(url).addCheckpoint(request)
  }

  it('is asked as the specification says, and its lines are handed on', async () => {
    expect(await answering(200, '— w AAAA\n')).to.deep.equal({
      outcome: 'cosigned',
      lines: '— w AAAA\n',
    })
    expect(received).to.deep.equal(['POST /w/add-checkpoint', `old 0\n\n${note}`])
    expect(httpWitness(url).name).to.match(/^127\.0\.0\.1:\d+\/w$/)
  })

  it('says what it remembers', async () => {
    expect(await answering(409, '42\n', 'text/x.tlog.size')).to.include({ remembers: 42 })
    for (const [status, body, type] of [
      [409, '42\n', 'text/plain'],
      [409, '042\n', 'text/x.tlog.size'],
      [422, '', 'text/plain'],
    ] as const) {
      expect(await answering(status, body, type)).to.deep.equal({
        outcome: 'conflict',
        remembers: undefined,
      })
    }
  })

  it('fails with any other answer, one too large, one too late, and a redirect', async () => {
    for (const status of [400, 403, 404, 500]) {
      expect(await rejection(answering(status, ''))).to.include({ code: `http-${status}` })
    }
    expect(await rejection(answering(200, 'x'.repeat(70_000)))).to.include({ code: 'too-large' })
    answer = (response) => response.writeHead(302, { location: url }).end()
    await rejection(httpWitness(url).addCheckpoint(request))
    answer = () => undefined
    await rejection(httpWitness(url, 50).addCheckpoint(request))
  })
})
