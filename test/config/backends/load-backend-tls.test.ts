import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { loadBackendTls } from '#config/backends/load-backend-tls.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'
import { type Issued, tlsAuthority } from '#test/support/tls/tls-authority.js'

describe('the files of TLS for a backend', () => {
  const folder = temporaryFolder()
  let authority: ReturnType<typeof tlsAuthority>
  let relay: Issued
  beforeEach(() => {
    authority = tlsAuthority(folder.path)
    relay = authority.issue('relay', 'clientAuth')
  })

  type Paths = { readonly authorities: string; readonly certificate: string; readonly key: string }
  const nothing: Paths = { authorities: '', certificate: '', key: '' }
  const load = (paths: Partial<Paths>) =>
    loadBackendTls(
      {
        backendTls: {
          MONGODB: nothing,
          S3: nothing,
          SMTP: nothing,
          REDIS: { ...nothing, ...paths },
        },
      },
      'REDIS',
    )
  function refused(paths: Partial<Paths>): string {
    try {
      load(paths)
      return 'nothing'
    } catch (error) {
      expect(error).to.include({ name: 'ConfigurationError' })
      const { message } = error as Error
      expect(message).not.to.contain('-----')
      return message
    }
  }

  it('are what a driver is told, and nothing where none is named', () => {
    expect(load({})).to.deep.equal({})
    const ca = readFileSync(authority.certificate, 'utf8')
    expect(load({ authorities: authority.certificate })).to.deep.equal({ ca })
    const { certificate, key, pem } = relay
    expect(load({ certificate, key })).to.deep.include({ cert: pem.cert, key: pem.key })
  })

  it('may name a backend that has signed its certificate itself, and no certificate of another’s', () => {
    const own = join(folder.path, 'own.pem')
    const words = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', own]
    const leaf = ['-subj', '/CN=redis', '-addext', 'basicConstraints=critical,CA:FALSE']
    execFileSync('openssl', ['req', '-x509', ...words, ...leaf, '-out', `${own}.crt`], {
      stdio: 'ignore',
    })
    expect(load({ authorities: `${own}.crt` }).ca).to.contain('BEGIN CERTIFICATE')
    expect(refused({ authorities: relay.certificate })).to.match(
      /^REDIS_TLS_AUTHORITIES: holds a certificate that is neither/,
    )
  })

  it('are refused by name when one is missing, is something else, or does not fit', async () => {
    const other = join(folder.path, 'other')
    await writeFile(other, 'nothing of the kind', { mode: 0o600 })
    const { certificate, key } = relay
    for (const path of [other, join(folder.path, 'absent'), folder.path]) {
      expect(refused({ authorities: path })).to.match(/^REDIS_TLS_AUTHORITIES: /)
      expect(refused({ certificate: path, key })).to.match(/^REDIS_TLS_CERTIFICATE: /)
      expect(refused({ certificate, key: path })).to.match(/^REDIS_TLS_KEY: /)
    }
    const stranger = authority.issue('stranger', 'clientAuth')
    expect(refused({ certificate, key: stranger.key })).to.contain('is not the key')
    await chmod(key, 0o644)
    expect(refused({ certificate, key })).to.contain('can be read by others')
  })

  it('tell when what is shown ends', () => {
    const { certificate, key } = relay
    const { ends } = load({ certificate, key })
    expect(((ends?.getTime() ?? 0) - Date.now()) / 86_400_000).to.be.within(29, 31)
    expect(load({ authorities: authority.certificate }).ends).to.equal(undefined)
  })

  it('are read no further than some dozens of certificates, and no pipe or device is waited for', async () => {
    const large = join(folder.path, 'large')
    const one = await readFile(authority.certificate, 'utf8')
    await writeFile(large, one.repeat(Math.floor((256 * 1024) / one.length)))
    expect(refused({ authorities: large })).to.equal('nothing')
    await writeFile(large, one.repeat(Math.ceil((256 * 1024) / one.length)))
    expect(refused({ authorities: large })).to.contain('is longer than 262144 octets')
    const pipe = join(folder.path, 'pipe')
    execFileSync('mkfifo', [pipe])
    for (const path of [pipe, '/dev/zero']) {
      expect(refused({ authorities: path })).to.contain('is not a file that can be read')
    }
  })
})
