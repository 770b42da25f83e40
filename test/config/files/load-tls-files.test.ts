import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { loadTlsFiles, type TlsPaths } from '#config/files/load-tls-files.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'
import { type Issued, tlsAuthority } from '#test/support/tls/tls-authority.js'

describe('the files of TLS', () => {
  const folder = temporaryFolder()
  let authority: ReturnType<typeof tlsAuthority>
  let relay: Issued
  let paths: TlsPaths
  beforeEach(() => {
    authority = tlsAuthority(folder.path)
    relay = authority.issue('relay', 'serverAuth', 30)
    paths = { ...relay, clientAuthorities: authority.certificate }
  })

  function refused(changes: Partial<TlsPaths>): string {
    try {
      loadTlsFiles({ ...paths, ...changes })
      return 'nothing'
    } catch (error) {
      expect(error).to.include({ name: 'ConfigurationError' })
      const { message } = error as Error
      expect(message).not.to.contain('-----')
      return message
    }
  }

  it('are read, and tell when the certificate ends', () => {
    const { ends, ...files } = loadTlsFiles(paths)
    expect(files.certificate).to.equal(relay.pem.cert)
    expect(files.clientAuthorities).to.contain('BEGIN CERTIFICATE')
    expect((ends.getTime() - Date.now()) / 86_400_000).to.be.within(29, 31)
    expect(loadTlsFiles({ ...paths, clientAuthorities: undefined }).clientAuthorities).to.equal(
      undefined,
    )
  })

  it('are refused by name when one is missing, or is something else', async () => {
    const other = join(folder.path, 'other')
    await writeFile(other, 'nothing of the kind', { mode: 0o600 })
    for (const path of [other, join(folder.path, 'absent'), folder.path]) {
      expect(refused({ certificate: path })).to.match(/^TLS_CERTIFICATE: /)
      expect(refused({ key: path })).to.match(/^TLS_KEY: /)
      expect(refused({ clientAuthorities: path })).to.match(/^TLS_CLIENT_AUTHORITIES: /)
    }
    await writeFile(other, '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n')
    expect(refused({ certificate: other })).to.match(/^TLS_CERTIFICATE: /)
  })

  it('are refused while they are half written, even where a whole certificate is in them', async () => {
    const half = join(folder.path, 'half')
    const issuer = await readFile(authority.certificate, 'utf8')
    for (const length of [40, 400, issuer.length - 8]) {
      await writeFile(half, relay.pem.cert + issuer.slice(0, length))
      expect(refused({ certificate: half })).to.match(/^TLS_CERTIFICATE: .*each of them whole$/)
      await writeFile(half, issuer + issuer.slice(0, length))
      expect(refused({ clientAuthorities: half })).to.match(/^TLS_CLIENT_AUTHORITIES: /)
    }
  })

  it('belong together, and authorities are authorities', () => {
    const stranger = authority.issue('stranger', 'serverAuth')
    expect(refused({ key: stranger.key })).to.contain('not the key of the first certificate')
    expect(refused({ clientAuthorities: stranger.certificate })).to.contain('of no authority')
  })

  it('keep the key from others', async () => {
    await chmod(relay.key, 0o640)
    expect(refused({})).to.equal('nothing')
    await chmod(relay.key, 0o644)
    expect(refused({})).to.match(/^TLS_KEY: .* can be read by others/)
  })
})
