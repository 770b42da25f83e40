import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { expect } from 'chai'
import { z } from 'zod'
import { selfTestSteps } from '#client/core/operations/self-test.js'
import { rogatory } from '#test/support/constellation/command.js'
import { freePort } from '#config/services/processes/free-port.js'
import { type Constellation, constellation } from '#test/support/constellation/constellation.js'
import { startProcess } from '#test/support/constellation/product-process.js'
import { tlsAuthority } from '#test/support/tls/tls-authority.js'

const Report = z.object({
  outcome: z.enum(['done', 'failed']),
  code: z.string().optional(),
  package: z.string().optional(),
  steps: z.array(
    z.object({
      step: z.enum(selfTestSteps),
      outcome: z.enum(['done', 'failed', 'skipped']),
      took: z.number(),
    }),
  ),
})

/** What an operator's timer runs: a full exchange between two authorities, told step by step. */
describe('rogatory selftest', function () {
  this.timeout(300_000)
  let all: Constellation
  before(async () => {
    all = await constellation({ from: 'sources' })
  })
  after(() => all.close())

  async function selftest(...words: string[]) {
    const { code, stdout } = await rogatory([
      '--json',
      '--home',
      all.home('xa'),
      'selftest',
      ...words,
    ])
    return { exit: code, ...Report.parse(JSON.parse(stdout)) }
  }
  const outcomes = ({ steps }: z.infer<typeof Report>) =>
    Object.fromEntries(steps.map(({ step, outcome }) => [step, outcome]))

  it('does every step between two authorities, with a package that says what it is', async () => {
    const report = await selftest('--with', all.home('xb'))
    expect(report).to.include({ exit: 0, outcome: 'done' })
    expect(report.steps.map(({ step, outcome }) => [step, outcome])).to.deep.equal(
      selfTestSteps.map((step) => [step, 'done']),
    )
    const { stdout } = await rogatory([
      '--json',
      '--home',
      all.home('xb'),
      'show',
      report.package ?? '',
    ])
    expect(stdout).to.contain('self-test')
    const { stdout: status } = await rogatory([
      '--json',
      '--home',
      all.home('xa'),
      'status',
      report.package ?? '',
    ])
    // Notified over the socket, handed over, acknowledged.
    for (const evidence of ['A.1', 'D.1', 'D.3', 'E.1', 'C.3']) expect(status).to.contain(evidence)
  })

  it('does so over TLS that demands certificates of clients, and goes on with one of the relay’s that was replaced', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rogatory-tls-'))
    const [port, metrics] = [await freePort(), await freePort()]
    const origin = `https://127.0.0.1:${port}`
    const authority = tlsAuthority(folder)
    const states = tlsAuthority(folder, 'states')
    const { certificate, key } = authority.issue('relay', 'serverAuth')
    const relay = startProcess('server/main', 'sources', {
      ...all.env,
      RELAY_ORIGIN: origin,
      RELAY_PORT: String(port),
      METRICS_PORT: String(metrics),
      TLS_CERTIFICATE: certificate,
      TLS_KEY: key,
      TLS_CLIENT_AUTHORITIES: states.certificate,
    })
    const at = (home: string) => join(home, 'profile.json')
    const presented = () =>
      new Promise<string>((resolve, reject) => {
        const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false }, () => {
          resolve(socket.getPeerX509Certificate()?.subject ?? '')
          socket.destroy()
        }).on('error', reject)
      })
    try {
      await relay.said('relay.listening')
      await cp(all.data, folder, { recursive: true, verbatimSymlinks: true })
      for (const name of ['xa', 'xb']) {
        const profile = at(join(folder, name))
        const text = await readFile(profile, 'utf8')
        await writeFile(profile, text.replace(all.origin, origin))
      }
      const words = ['--home', join(folder, 'xa'), 'selftest', '--with', join(folder, 'xb')]
      const told = await rogatory(['--json', ...words], {
        from: 'sources',
        env: { NODE_EXTRA_CA_CERTS: authority.certificate },
      })
      // Whoever shows nothing is told what is wanted.
      expect(told.code, told.stdout + told.stderr).to.equal(5)
      expect(told.stdout + told.stderr).to.contain('relay-unreachable')
      const client = states.issue('client', 'clientAuth')
      const shown = await rogatory(['--json', ...words], {
        env: {
          ROGATORY_TLS_CERTIFICATE: client.certificate,
          ROGATORY_TLS_KEY: client.key,
          ROGATORY_TLS_AUTHORITIES: authority.certificate,
        },
      })
      expect(shown.code, shown.stdout + shown.stderr).to.equal(0)
      // Or by the profile, which counts from the home.
      const home = join(folder, 'xa')
      await cp(client.certificate, join(home, 'tls.pem'))
      await cp(client.key, join(home, 'tls.key'))
      const profile = z.looseObject({}).parse(JSON.parse(await readFile(at(home), 'utf8')))
      const tls = { certificate: 'tls.pem', key: 'tls.key', authorities: authority.certificate }
      await writeFile(at(home), JSON.stringify({ ...profile, tls }))
      const { code: whoami, stderr } = await rogatory(['--home', home, 'inbox'])
      expect(whoami, stderr).to.equal(0)

      // Where probes ask that have no certificate, and how long ours is good.
      const aside = `http://127.0.0.1:${metrics}`
      expect((await fetch(`${aside}/health/ready`)).status).to.equal(200)
      expect(await (await fetch(`${aside}/metrics`)).text()).to.match(
        /rogatory_expiry_days_left\{authority="zz.relay",kind="tls-certificate"\} (29|30)/,
      )

      const renewed = authority.issue('renewed', 'serverAuth')
      await cp(renewed.key, key)
      await cp(renewed.certificate, certificate)
      relay.child.kill('SIGHUP')
      await relay.said('tls.renewed')
      expect(await presented()).to.equal('CN=renewed')
    } finally {
      await relay.stop()
      await rm(folder, { recursive: true })
    }
  })

  it('ends with the code of the step that failed, and skips what follows', async () => {
    await all.kill('workers')
    const stopped = await selftest('--with', all.home('xb'), '--wait', '3')
    expect(stopped).to.include({ exit: 5, outcome: 'failed', code: 'relay-unreachable' })
    expect(outcomes(stopped)).to.include({ submit: 'done', notice: 'failed', proof: 'skipped' })
  })

  it('needs two authorities, for a package goes to somebody else', async () => {
    const own = await selftest('--with', all.home('xa-legal'))
    expect(own).to.include({ exit: 2, outcome: 'failed', code: 'draft-invalid' })
    expect(outcomes(own)).to.include({ seal: 'failed', submit: 'skipped' })
  })
})
