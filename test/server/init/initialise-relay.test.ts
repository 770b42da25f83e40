import { execFileSync } from 'node:child_process'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { verifyEntry } from '#crypto/directory/verify-entry.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { loadSecrets } from '#config/secrets.js'
import { initialiseRelay } from '#server/init/initialise-relay.js'
import { openOperator } from '#server/init/operator.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'

describe('initialising a relay', function () {
  this.timeout(300_000)
  const folder = temporaryFolder()
  const at = new Date('2026-03-01T09:00:00.000Z')
  const order = () => ({
    dataFolder: folder.path,
    id: 'zz.relay',
    origin: 'https://relay.example',
    at,
  })

  it('makes keys, an entry that leads to the root, and a trust list, for their owner only', async () => {
    const trust = await initialiseRelay(order())
    const secrets = await loadSecrets(join(folder.path, 'relay'))
    const expected = { kind: 'relay' as const, at, authority: AuthorityId.parse('zz.relay') }
    const entry = await verifyEntry(secrets.entry, trust, { ...expected, previous: null })
    const { key } = await openOperator(folder.path)
    expect(entry.payload.keys.map(({ purpose }) => purpose)).to.have.members([
      'evidence',
      'checkpoints',
      'operator',
    ])
    expect(entry.payload.keys.some(({ kid }) => kid === key.kid)).to.equal(true)
    expect(trust.logs?.[0]).to.match(/^relay\.example\/log\+/)
    for (const name of await readdir(join(folder.path, 'operator'))) {
      expect((await stat(join(folder.path, 'operator', name))).mode & 0o077, name).to.equal(0)
    }
  })

  it('makes certificates that openssl verifies under the root', async () => {
    await initialiseRelay(order())
    const secrets = await loadSecrets(join(folder.path, 'relay'))
    const root = join(folder.path, 'operator', 'network-root.pem')
    const pem = `-----BEGIN CERTIFICATE-----\n${secrets.timestampChain[0] ?? ''}\n-----END CERTIFICATE-----\n`
    const verify = [
      'verify',
      '-CAfile',
      root,
      '-purpose',
      'timestampsign',
      '-attime',
      String(at.getTime() / 1000),
    ]
    expect(execFileSync('openssl', verify, { input: pem, encoding: 'utf8' })).to.include('OK')
    const passphrase = join(folder.path, 'operator', 'passphrase.txt')
    const p12 = join(folder.path, 'operator', 'relay-identity.p12')
    const opened = ['pkcs12', '-in', p12, '-passin', `file:${passphrase}`, '-nokeys', '-info']
    expect(execFileSync('openssl', opened, { encoding: 'utf8', stdio: 'pipe' })).to.include(
      'BEGIN CERT',
    )
  })

  it('changes nothing the second time, and makes only what is missing', async () => {
    const first = await initialiseRelay(order())
    const before = await loadSecrets(join(folder.path, 'relay'))
    const moved = { ...order(), origin: 'https://elsewhere.example' }
    expect(await initialiseRelay(moved)).to.deep.equal(first)
    await rm(join(folder.path, 'operator', 'passphrase.txt'))
    await rm(join(folder.path, 'operator'), { recursive: true })
    expect(await initialiseRelay(order()), 'without the operator').to.deep.equal(first)
    expect(await loadSecrets(join(folder.path, 'relay'))).to.deep.equal(before)
    expect(await readFile(join(folder.path, 'trust.json'), 'utf8')).to.include('rogatory-trust')
  })

  it('completes what was interrupted before the trust list', async () => {
    const first = await initialiseRelay(order())
    await rm(join(folder.path, 'trust.json'))
    expect(await initialiseRelay(order())).to.deep.equal(first)
  })
})
