import { once } from 'node:events'
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { formatTrustList } from '#crypto/directory/trust-list.js'
import { generateIdentityKey, importTimestampKey } from '#crypto/pki/identity-key.js'
import { issueCertificate } from '#crypto/pki/issue-certificate.js'
import { issueNetworkRoot } from '#crypto/pki/issue-network-root.js'
import { parseBundle } from '#crypto/proof/parse-bundle.js'
import { serialiseBundle } from '#crypto/proof/serialise-bundle.js'
import { createTimestampAuthority } from '#crypto/timestamp/create-timestamp-authority.js'
import { rogatory } from '#test/support/constellation/command.js'
import { BEGIN } from '#test/support/world/moments.js'
import { sampleBundle, STAMPED, worldTrust } from '#test/support/world/sample-bundle.js'
import { sampleStamper } from '#test/support/world/sample-log.js'
import { documents } from './json-documents.js'

/** Renewal as a legal team would type it, with a time-stamping authority behind a real listener. */
describe('rogatory proof renew', function () {
  this.timeout(300_000)
  let folder = ''
  const at = (name: string) => join(folder, name)
  let server: Server
  let tsa = ''

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rogatory-renewal-'))
    const validity = { notBefore: BEGIN, notAfter: new Date('2060-01-01T00:00:00.000Z') }
    const root = await issueNetworkRoot({ name: 'Time-stamps', ...validity })
    const key = await generateIdentityKey()
    const { x5c } = await issueCertificate(key, {
      role: 'timestamp',
      party: 'zz.tsa',
      name: 'Authority',
      issuer: root,
      ...validity,
    })
    const { respond } = createTimestampAuthority({
      chain: [x5c],
      policy: '1.3.6.1.4.1.99999.1',
      key: await importTimestampKey(key.privateKeyPem),
    })
    server = createServer((request, response) => {
      void (async () => {
        const chunks: Buffer[] = []
        for await (const chunk of request) chunks.push(chunk as Buffer)
        response.setHeader('content-type', 'application/timestamp-reply')
        response.end(await respond(new Uint8Array(Buffer.concat(chunks)), new Date()))
      })()
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    tsa = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsa`
    const sample = await sampleBundle()
    const { stamp } = await sampleStamper({ root, ...validity })
    const bundle = { ...sample, timestamps: [await stamp(sample.log?.checkpoint ?? '', STAMPED)] }
    const [approval = ''] = bundle.approvals
    const forged = { ...bundle, approvals: [`${approval.slice(0, -4)}AAAA`] }
    await writeFile(at('case.rogatory-proof'), serialiseBundle(bundle))
    await writeFile(at('forged.rogatory-proof'), serialiseBundle(forged))
    const trust = { ...(await worldTrust()), timestampRoots: [root.certificate.pem] }
    await writeFile(at('trust.json'), formatTrustList(trust))
  })
  after(async () => {
    server.close()
    await rm(folder, { recursive: true })
  })

  const run = (...words: string[]) => rogatory([...words, '--trust', at('trust.json')])

  it('renews again and again in place, and the bundle verifies', async () => {
    for (const renewals of [1, 2]) {
      const done = await run('proof', 'renew', at('case.rogatory-proof'), '--tsa', tsa)
      expect(done, done.stderr).to.include({ code: 0 })
      expect(done.stdout).to.include(`renewal ${renewals}, good until 2060-01-01`)
    }
    const bundle = parseBundle(new Uint8Array(await readFile(at('case.rogatory-proof'))))
    expect(bundle.renewals).to.have.length(2)
    expect(await run('verify', at('case.rogatory-proof'))).to.include({ code: 0 })
  })

  it('leaves what it refuses as it is, and renews the others', async () => {
    const before = await readFile(at('forged.rogatory-proof'))
    const files = [at('forged.rogatory-proof'), at('case.rogatory-proof')]
    const done = await run('--json', 'proof', 'renew', ...files, '--tsa', tsa)
    expect(done.code).to.equal(4)
    const { bundles } = JSON.parse(done.stdout) as {
      bundles: { refused?: string; renewals?: number }[]
    }
    expect(bundles[0]?.refused).to.include('contradicted')
    expect(bundles[1]?.renewals).to.equal(3)
    expect(await readFile(at('forged.rogatory-proof'))).to.deep.equal(before)
  })

  it('says which authority gave nothing', async () => {
    const away = 'http://127.0.0.1:1/tsa'
    const words = ['proof', 'renew', at('case.rogatory-proof'), '--out', at('out')]
    const partly = await run(...words, '--tsa', away, tsa)
    expect(partly, partly.stderr).to.include({ code: 7 })
    expect(partly.stdout).to.include('cannot be reached')
    expect(await run(...words, '--tsa', away)).to.include({ code: 5 })
    expect(await run(...words, '--tsa', 'nowhere')).to.include({ code: 2 })
  })

  it('lists what is ageing in files and folders, and answers a timer by its exit code', async () => {
    const days = Math.ceil((Date.parse('2036-01-01') - Date.now()) / 86_400_000)
    await mkdir(at('archive/deep'), { recursive: true })
    await copyFile(at('case.rogatory-proof'), at('archive/deep/case.rogatory-proof'))
    await writeFile(at('archive/notes.txt'), 'not a bundle, and not looked at')
    const good = await run('proof', 'ageing', at('archive'))
    expect(good, good.stderr).to.include({ code: 0 })
    expect(good.stdout).to.include('2035-12-31').and.include('NIST IR 8547')
    const due = await run('proof', 'ageing', at('archive'), '--within', String(days))
    expect(due).to.include({ code: 7 })

    await writeFile(at('policy.json'), '{"sunsets": []}')
    const paths = [at('archive'), at('nowhere'), at('forged.rogatory-proof')]
    const mixed = await run('--json', 'proof', 'ageing', ...paths, '--policy', at('policy.json'))
    expect(mixed.code).to.equal(2)
    const told = documents.ageing.parse(JSON.parse(mixed.stdout))
    expect(told.bundles.map(({ ages }) => ages)).to.deep.equal(['2060-01-01T00:00:00.000Z'])
    expect(told.unjudged.map(({ file }) => file)).to.deep.equal(paths.slice(1))
    await writeFile(at('policy.json'), '{"sunsets": [{"algorithm": "RSA", "lastDay": "soon"}]}')
    const bad = await run('proof', 'ageing', at('archive'), '--policy', at('policy.json'))
    expect(bad).to.include({ code: 2 })
  })
})
