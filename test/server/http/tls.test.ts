import { spawn } from 'node:child_process'
import { request } from 'node:https'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { connect as connectTls, type ConnectionOptions, type TLSSocket } from 'node:tls'
import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { createHttpServer, type HttpServer } from '#server/http/http-server.js'
import { type TlsIdentity, tlsOptions } from '#server/http/tls-options.js'
import { codeOf } from '#test/support/code-of.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'
import { type Issued, tlsAuthority } from '#test/support/tls/tls-authority.js'

describe('the listener with TLS', () => {
  const folder = temporaryFolder()
  let http: HttpServer
  let port: number
  let authority: ReturnType<typeof tlsAuthority>
  let relay: Issued
  let ca: string

  beforeEach(() => {
    authority = tlsAuthority(folder.path)
    relay = authority.issue('relay', 'serverAuth')
    ca = readFileSync(authority.certificate, 'utf8')
  })
  afterEach(() => http.close(0))

  const identity = (from: Issued = relay, clientAuthorities?: string): TlsIdentity => ({
    certificate: from.pem.cert,
    key: from.pem.key,
    clientAuthorities,
  })
  async function listening(shown = identity(), least: '1.2' | '1.3' = '1.3', headersMs = 5_000) {
    const bounds = { headersMs, idleMs: 60_000, connections: 100 }
    http = createHttpServer((_, answer) => answer.end('here'), bounds, tlsOptions(shown, least))
    ;({ port } = await http.listen({ host: '127.0.0.1', port: 0 }))
  }
  const ask = (options: ConnectionOptions = {}) =>
    new Promise<string>((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, ca, agent: false, ...options }, (answer) => {
        text(answer).then((said) => resolve(`${answer.statusCode ?? 0} ${said}`), reject)
      })
      asked.on('error', reject).end()
    })
  const failure = (options: ConnectionOptions) => codeOf(ask(options))

  /** What an implementation that is not Node says of the handshake and of one request. */
  async function client(...words: string[]): Promise<string> {
    const at = ['-connect', `127.0.0.1:${port}`, '-CAfile', authority.certificate]
    const child = spawn('openssl', [
      's_client',
      ...at,
      '-verify_return_error',
      '-ign_eof',
      ...words,
    ])
    child.stdin.on('error', () => undefined)
    child.stdin.end('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
    const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr)])
    return said + complained
  }

  it('answers over TLS 1.3 whoever trusts its authority, and nobody else', async () => {
    await listening()
    expect(await ask()).to.equal('200 here')
    const wrong = readFileSync(tlsAuthority(folder.path, 'wrong').certificate, 'utf8')
    expect(await failure({ ca: wrong })).to.match(/UNABLE_TO_VERIFY|SELF_SIGNED|CERT_SIGNATURE/)
    expect(await client()).to.match(/New, TLSv1\.3[^]*Verify return code: 0 \(ok\)/)
    expect(await client()).to.contain('HTTP/1.1 200 OK')
  })

  it('speaks nothing older, and 1.2 only when told, with authenticated suites', async () => {
    await listening()
    for (const version of ['-tls1_2', '-tls1_1']) {
      // A security level of 0, so that it is the relay that refuses.
      const said = await client(version, '-cipher', 'ALL:@SECLEVEL=0')
      expect(said, version).to.match(/alert protocol version/)
    }
    await http.close(0)
    await listening(identity(), '1.2')
    expect(await client('-tls1_2')).to.match(/New, TLSv1\.2, Cipher is ECDHE-ECDSA-AES256-GCM/)
    expect(await client('-tls1_1', '-cipher', 'ALL:@SECLEVEL=0')).to.match(/alert protocol version/)
    const weak = await client('-tls1_2', '-cipher', 'ECDHE-ECDSA-AES256-SHA384:AES256-GCM-SHA384')
    expect(weak).to.match(/alert handshake failure/)
  })

  it('demands a certificate of one of its authorities when told', async () => {
    const states = tlsAuthority(folder.path, 'states')
    await listening(identity(relay, readFileSync(states.certificate, 'utf8')))
    const known = states.issue('client', 'clientAuth')
    expect(await ask(known.pem)).to.equal('200 here')
    const shown = ['-cert', known.certificate, '-key', known.key]
    expect(await client(...shown)).to.contain('HTTP/1.1 200 OK')
    // None; one of another authority; one that was issued to servers; one that has ended.
    expect(await client()).to.match(/alert certificate required/)
    const strangers = [
      authority.issue('stranger', 'clientAuth'),
      states.issue('server', 'serverAuth'),
      states.issue('ended', 'clientAuth', 0),
    ]
    for (const { certificate, key, pem } of strangers) {
      // Node looks at it when the handshake is done, and hangs up.
      const said = await client('-cert', certificate, '-key', key)
      expect(said, certificate).to.contain('New, TLSv1.3')
      expect(said, certificate).not.to.contain('HTTP/1.1')
      expect(await failure(pem), certificate).to.equal('ECONNRESET')
    }
  })

  it('shows another certificate from the next handshake on; what stands goes on', async () => {
    await listening()
    const standing = await new Promise<TLSSocket>((resolve) => {
      const socket = connectTls({ host: '127.0.0.1', port, ca }, () => resolve(socket))
    })
    const next = tlsAuthority(folder.path, 'next')
    http.present(tlsOptions(identity(next.issue('relay', 'serverAuth')), '1.3'))
    expect(await failure({})).to.match(/UNABLE_TO_VERIFY|SELF_SIGNED|CERT_SIGNATURE/)
    expect(await ask({ ca: readFileSync(next.certificate, 'utf8') })).to.equal('200 here')
    standing.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
    expect(await text(standing)).to.contain('here')
  })

  it('waits neither for handshakes that do not come nor for those that are none', async () => {
    await listening(identity(), '1.3', 100)
    const silent = connect(port, '127.0.0.1')
    const plain = connect(port, '127.0.0.1')
    plain.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
    plain.on('error', () => undefined)
    await text(silent)
    expect(await text(plain).catch(() => '')).not.to.contain('HTTP')
    expect(await ask()).to.equal('200 here')
  })
})
