import {
  chmod,
  lstat,
  mkdtemp,
  readdir,
  readlink,
  rm,
  stat,
  unlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { ConfigurationError } from '#config/configuration-error.js'
import {
  hasSecrets,
  loadMountedSecrets,
  loadSecrets,
  saveSecrets,
  type Secrets,
} from '#config/secrets.js'

const secrets: Secrets = {
  evidenceKey: { kty: 'OKP', d: 'private-evidence' },
  logKey: { name: 'zz.relay', key: 'private-log' },
  tokenKey: { kty: 'OKP', d: 'private-token' },
  timestampKeyPem: '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n',
  timestampChain: ['first', 'second'],
  entry: 'a.b.c',
}

describe("the relay's secrets", () => {
  let dir = ''
  beforeEach(async () => {
    dir = join(await mkdtemp(join(tmpdir(), 'rogatory-secrets-')), 'relay')
  })
  afterEach(async () => rm(join(dir, '..'), { recursive: true }))

  const file = (name: string) => join(dir, 'current', name)
  const refusal = async (): Promise<ConfigurationError> => {
    const outcome: unknown = await loadSecrets(dir).catch((error: unknown) => error)
    expect(outcome).to.be.instanceOf(ConfigurationError)
    return outcome as ConfigurationError
  }

  it('come back as they were saved', async () => {
    expect(await hasSecrets(dir)).to.equal(false)
    await saveSecrets(dir, secrets)
    expect(await hasSecrets(dir)).to.equal(true)
    expect(await loadSecrets(dir)).to.deep.equal(secrets)
  })

  it('are readable by their owner only, folders included', async () => {
    await saveSecrets(dir, secrets)
    for (const name of await readdir(join(dir, 'current'))) {
      expect((await stat(file(name))).mode & 0o777, name).to.equal(0o600)
    }
    expect((await stat(join(dir, 'current'))).mode & 0o777).to.equal(0o700)
    expect((await stat(dir)).mode & 0o777).to.equal(0o700)
  })

  it('are refused when others may read one, with the command that mends it', async () => {
    await saveSecrets(dir, secrets)
    await chmod(file('token-key.json'), 0o640)
    const { problems } = await refusal()
    expect(problems).to.have.length(1)
    expect(problems[0]).to.contain('chmod 600').and.to.contain('token-key.json')
  })

  it('are refused with all that is wrong, and nothing of what they hold', async () => {
    await saveSecrets(dir, secrets)
    await chmod(file('evidence-key.json'), 0o604)
    await unlink(file('entry.jws'))
    await writeFile(file('log-key.json'), 'private-log but not JSON')
    const { problems, message } = await refusal()
    expect(problems).to.have.length(3)
    expect(message).not.to.contain('private-')
  })

  it('are refused when there are none', async () => {
    expect((await refusal()).problems).to.have.length(6)
  })

  it('are replaced as a whole set; the one before stays', async () => {
    await saveSecrets(dir, secrets)
    const before = await readlink(join(dir, 'current'))
    await saveSecrets(dir, { ...secrets, entry: 'd.e.f' })
    expect((await loadSecrets(dir)).entry).to.equal('d.e.f')
    expect((await lstat(join(dir, before))).isDirectory()).to.equal(true)
  })

  it('leave the set in force when saving breaks off halfway', async () => {
    await saveSecrets(dir, secrets)
    const circular: Record<string, unknown> = {}
    circular['self'] = circular
    const broken = saveSecrets(dir, { ...secrets, entry: 'd.e.f', tokenKey: circular })
    expect(await broken.catch(() => 'broken off')).to.equal('broken off')
    expect(await loadSecrets(dir)).to.deep.equal(secrets)
  })

  it('may lie in a folder that a vault mounts, where their group may read them, and nobody else', async () => {
    await saveSecrets(dir, secrets)
    const mounted = join(dir, 'current')
    const refused = async () => {
      const outcome: unknown = await loadMountedSecrets(mounted).catch((error: unknown) => error)
      expect(outcome).to.be.instanceOf(ConfigurationError)
      return (outcome as ConfigurationError).problems
    }
    await chmod(file('token-key.json'), 0o440)
    expect(await loadMountedSecrets(mounted)).to.deep.equal(secrets)
    await chmod(file('token-key.json'), 0o444)
    await unlink(file('entry.jws'))
    await writeFile(file('log-key.json'), 'private-log but not JSON')
    const problems = await refused()
    expect(problems).to.have.length(3)
    expect(problems.join()).not.to.contain('private')
    await writeFile(file('log-key.json'), 'x'.repeat(256 * 1024 + 1))
    expect((await refused()).join()).to.contain('is longer than')
  })
})
