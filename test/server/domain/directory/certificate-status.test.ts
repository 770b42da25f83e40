import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect } from 'chai'
import { freePort } from '#config/services/processes/free-port.js'
import { DAY_MS } from '#crypto/clock/durations.js'
import { formatTrustList, readTrustList, type TrustList } from '#crypto/directory/trust-list.js'
import { verifyTrustedChain } from '#crypto/directory/verify-trusted-chain.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { readCertificate } from '#crypto/pki/read-certificate.js'
import { certificateStatus } from '#server/domain/directory/certificate-status.js'
import { httpOcspResponder } from '#server/messaging/http-ocsp-responder.js'
import { AUTHORITY, certify, ISSUER, pemIn } from '#test/crypto/pki/openssl-chain.node.js'
import { type Openssl, openssl } from '#test/crypto/pki/openssl.node.js'
import { codeOf } from '#test/support/code-of.js'
import { memoryStatusStore } from '#test/support/memory/memory-stores.js'

const GOOD = 'nothing was refused'

/** OpenSSL is certificate authority and responder, over real HTTP; the certificates name it (AIA). */
describe('the status of certificates, asked of OpenSSL’s responder', function () {
  this.timeout(300_000)
  let tool: Openssl
  let port: number
  let trust: TrustList
  let chain: string[]
  let running: ChildProcess | undefined

  before(async () => {
    tool = openssl()
    port = await freePort()
    const aia = `authorityInfoAccess=OCSP;URI:http://127.0.0.1:${port}/`
    certify(tool, { name: 'root', kind: 'P-384', hash: 'sha384', extensions: ISSUER })
    certify(tool, { name: 'leaf', kind: 'P-256', by: 'root', extensions: [...AUTHORITY, aia] })
    const root = readCertificate(pemIn(tool, 'root.pem'))
    const file = { roots: [root.pem], timestampRoots: [], statusRoots: [root.fingerprint] }
    trust = readTrustList(formatTrustList(file))
    chain = [readCertificate(pemIn(tool, 'leaf.pem')).x5c]
  })
  afterEach(() => stop())
  after(() => tool.close())

  async function responder(status: 'good' | 'revoked', days = 7) {
    const serial = tool.run('x509', '-in', 'leaf.pem', '-noout', '-serial').trim().split('=')[1]
    const row =
      status === 'good' ? ['V', '400101000000Z', ''] : ['R', '400101000000Z', '250101000000Z']
    tool.write('index.txt', `${[...row, serial, 'unknown', '/CN=leaf'].join('\t')}\n`)
    const words = `ocsp -index index.txt -CA root.pem -rsigner root.pem -rkey root.key -ndays ${days}`
    running = spawn('openssl', [...words.split(' '), '-port', String(port)], {
      cwd: tool.folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    if (running.stderr) await once(running.stderr, 'data')
  }
  async function stop() {
    if (running === undefined) return
    const gone = once(running, 'exit')
    running.kill('SIGKILL')
    await gone
    running = undefined
  }
  function relay(hosts = [`127.0.0.1:${port}`]) {
    let now = new Date()
    const silences: string[] = []
    const status = certificateStatus({
      statuses: memoryStatusStore(),
      responder: httpOcspResponder({ hosts, onSilent: (_, why) => void silences.push(why) }),
      relay: { trust },
      clock: { now: () => now },
    })
    const party = AuthorityId.parse('xa.moj')
    return {
      status,
      silences,
      later: (days: number) => void (now = new Date(now.getTime() + days * DAY_MS)),
      judge: async () => {
        const known = await status.trustFor(chain)
        return codeOf(() => verifyTrustedChain(chain, known, { party, at: now }))
      },
    }
  }

  it('is demanded: nothing passes while the responder is silent, and it passes once it speaks', async () => {
    const { judge, silences } = relay()
    expect(await judge()).to.equal('pki/validity')
    expect(silences).to.deep.equal(['ECONNREFUSED'])
    await responder('good')
    expect(await judge()).to.equal(GOOD)
  })

  it('is kept until nextUpdate, through the responder’s silence, and no longer', async () => {
    await responder('good')
    const { judge, later, silences } = relay()
    expect(await judge()).to.equal(GOOD)
    await stop()
    later(6)
    expect(await judge()).to.equal(GOOD)
    expect(silences).to.deep.equal([])
    later(2)
    expect(await judge()).to.equal('pki/validity')
  })

  it('is asked for again at half of its life, and a revocation stays', async () => {
    await responder('good', 1)
    const { judge, status, later } = relay()
    expect(await judge()).to.equal(GOOD)
    expect(await status.refresh(chain)).to.equal(0)
    await stop()
    // Answers carry whole seconds: the next one is to be newer.
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    await responder('revoked')
    later(0.6)
    expect(await status.refresh(chain)).to.equal(1)
    expect(await judge()).to.equal('pki/revoked')
    expect(await status.kept(chain)).to.have.length(1)
    await stop()
    later(30)
    expect(await judge()).to.equal('pki/revoked')
  })

  it('is asked of nobody inside the network whom the operator has not named', async () => {
    await responder('good')
    const { judge, silences } = relay([])
    expect(await judge()).to.equal('pki/validity')
    expect(silences).to.deep.equal(['not-public'])
  })

  it('is not asked for below other roots', async () => {
    const rest = { ...trust, statusRoots: [] }
    const status = certificateStatus({
      statuses: memoryStatusStore(),
      responder: { ask: () => Promise.reject(new Error('asked')) },
      relay: { trust: rest },
      clock: { now: () => new Date() },
    })
    expect(await status.trustFor(chain)).to.equal(rest)
  })
})
