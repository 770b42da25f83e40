import { createServer, type RequestListener, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import { httpOcspResponder } from '#server/messaging/http-ocsp-responder.js'

describe('OCSP responders over HTTP', () => {
  const servers: Server[] = []
  const silences: string[] = []
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections()
      server.close()
    }
    silences.length = 0
  })

  async function serve(answer: RequestListener) {
    const server = createServer(answer).listen(0, '127.0.0.1')
    servers.push(server)
    await once(server, 'listening')
    return `127.0.0.1:${(server.address() as AddressInfo).port}`
  }
  const ask = (
    url: string,
    hosts: readonly string[] = [],
    timeLimitMs = 300,
    publicHosts: readonly string[] = [],
  ) => {
    const onSilent = (_: string, why: string) => void silences.push(why)
    const responder = httpOcspResponder({ hosts, publicHosts, onSilent, timeLimitMs })
    return responder.ask(url, Uint8Array.of(1, 2, 3))
  }

  it('post the request and take the answer, of a host that the operator has named', async () => {
    const seen: unknown[] = []
    const host = await serve((request, response) => {
      seen.push(request.method, request.url, request.headers['content-type'])
      request.on('data', (chunk: Buffer) => void seen.push(...chunk))
      request.on('end', () => response.end(Buffer.from('answer')))
    })
    const octets = await ask(`http://${host}/ocsp`, [host])
    expect(Buffer.from(octets ?? []).toString()).to.equal('answer')
    expect(seen).to.deep.equal(['POST', '/ocsp', 'application/ocsp-request', 1, 2, 3])
  })

  it('are not asked inside our own network, by address, name, port or scheme', async () => {
    let isAsked = false
    const host = await serve((_, response) => {
      isAsked = true
      response.end()
    })
    const port = host.split(':')[1] ?? ''
    const urls = [
      ...[`http://${host}/`, `http://localhost:${port}/`, `http://[::ffff:127.0.0.1]:${port}/`],
      ...['http://localhost/', 'http://127.0.0.1/', 'http://[::1]/', 'http://169.254.169.254/'],
      ...['http://2130706433/', 'file:///etc/passwd', 'ldap://127.0.0.1/', 'nothing'],
      ...[`http://user:word@${host}/`],
    ]
    for (const url of urls) expect(await ask(url), url).to.equal(undefined)
    expect(isAsked).to.equal(false)
  })

  it('are asked on the public Internet where they are listed alone, if any is', async () => {
    silences.length = 0
    const listed = ['ocsp.invalid']
    expect(await ask('http://other.invalid/', [], 300, listed)).to.equal(undefined)
    expect(silences).to.deep.equal(['not-listed'])
    expect(await ask('http://ocsp.invalid/', [], 300, listed)).to.equal(undefined)
    expect(silences[1]).to.not.be.oneOf(['not-listed', undefined])
    const own = await serve((_, response) => response.end('answer'))
    expect(await ask(`http://${own}/`, [own], 300, listed)).to.not.equal(undefined)
  })

  it('are silent when they are late, too long, redirect, fail, or are not there', async () => {
    const late = await serve(() => undefined)
    const long = await serve((_, response) => response.end(Buffer.alloc(70_000)))
    const elsewhere = await serve((_, response) => {
      response.writeHead(302, { location: `http://${late}/` }).end()
    })
    const failing = await serve((_, response) => response.writeHead(500).end())
    for (const host of [late, long, elsewhere, failing, '127.0.0.1:1']) {
      expect(await ask(`http://${host}/`, [host]), host).to.equal(undefined)
    }
    expect(silences).to.deep.equal([
      'ABORT_ERR',
      'too-large',
      'http-302',
      'http-500',
      'ECONNREFUSED',
    ])
  })
})
