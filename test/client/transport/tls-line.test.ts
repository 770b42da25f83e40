import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { expect } from 'chai'
import { exchange, exchangeJson } from '#client/transport/exchange.js'
import { tlsLine } from '#client/transport/tls-line.js'
import { createHttpServer, type HttpServer } from '#server/http/http-server.js'
import { tlsOptions } from '#server/http/tls-options.js'
import { codeOf } from '#test/support/code-of.js'
import { rejection } from '#test/support/rejection.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'
import { type Issued, tlsAuthority } from '#test/support/tls/tls-authority.js'

describe('a line on which certificates are shown', () => {
  const folder = temporaryFolder()
  let http: HttpServer
  let url: string
  let authority: ReturnType<typeof tlsAuthority>
  let states: ReturnType<typeof tlsAuthority>

  beforeEach(async () => {
    authority = tlsAuthority(folder.path)
    states = tlsAuthority(folder.path, 'states')
    const bounds = { headersMs: 5_000, idleMs: 60_000, connections: 100 }
    const { cert: certificate, key } = authority.issue('relay', 'serverAuth').pem
    const clientAuthorities = pem(states.certificate)
    const identity = { certificate, key, clientAuthorities }
    http = createHttpServer(
      (asked, answer) => void echo(asked, answer),
      bounds,
      tlsOptions(identity, '1.3'),
    )
    const { port } = await http.listen({ host: '127.0.0.1', port: 0 })
    url = `https://127.0.0.1:${port}`
  })
  afterEach(() => http.close(0))

  const pem = (path: string) => readFileSync(path, 'utf8')
  async function echo(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const { method, url: path, headers } = asked
    if (path === '/away') answer.writeHead(302, { location: 'https://relay.example/' }).end()
    else if (path === '/none') answer.writeHead(204).end()
    else if (path === '/broken') answer.write('{', () => asked.socket.destroy())
    else answer.end(JSON.stringify({ method, x: headers['x-y'], body: await text(asked) }))
  }
  const line = (shown?: Issued, authorities = pem(authority.certificate)) =>
    tlsLine({
      shown: shown && { certificate: shown.pem.cert, key: shown.pem.key },
      authorities,
    })
  const client = () => states.issue('client', 'clientAuth')

  it('is answered as by fetch', async () => {
    const ours = line(client())
    const init = { method: 'POST', headers: { 'x-y': 'z' }, body: 'é' }
    const answer = await exchangeJson(`${url}/`, init, ours)
    expect(answer).to.deep.equal({ method: 'POST', x: 'z', body: 'é' })
    const none = await exchange(`${url}/none`, {}, ours)
    expect([none.status, none.body]).to.deep.equal([204, null])
  })

  it('is not led elsewhere, and tells what breaks off', async () => {
    const ours = line(client())
    expect(await codeOf(() => exchangeJson(`${url}/away`, {}, ours))).to.equal('relay-answer')
    const broken = await codeOf(() => exchangeJson(`${url}/broken`, {}, ours))
    expect(broken).to.equal('relay-unreachable')
    const { body } = await exchange(`${url}/broken`, {}, ours)
    expect(await rejection(text(body as never))).to.be.instanceOf(TypeError)
    const ended = { signal: AbortSignal.abort() }
    expect(await codeOf(() => exchange(`${url}/`, ended, ours))).to.equal('relay-unreachable')
  })

  it('says in words why the relay does not let it in', async () => {
    const none = await rejection(exchange(`${url}/`, {}, line()))
    expect(none).to.include({ code: 'certificate-refused' })
    expect(String(none)).to.contain('demands a TLS certificate, and none was shown')
    // One of another authority: the relay hangs up without a word.
    const stranger = await rejection(
      exchange(`${url}/`, {}, line(authority.issue('x', 'clientAuth'))),
    )
    expect(stranger).to.include({ code: 'relay-unreachable' }).and.to.have.property('remedy')
    expect(String(stranger)).to.contain('hangs up before it answers')
  })

  it('trusts the authorities it was given and no others', async () => {
    const wrong = line(client(), pem(states.certificate))
    const error = await rejection(exchange(`${url}/`, {}, wrong))
    expect(error).to.include({ code: 'relay-unreachable' })
    expect(String(error)).to.match(/the TLS certificate of https:\S+ is not good \([A-Z_]+\)/)
    // By the platform's means, with Node's own authorities.
    expect(String(await rejection(exchange(`${url}/`, {})))).to.contain('is not good')
  })
})
