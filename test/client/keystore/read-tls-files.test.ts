import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { readTlsFiles, type TlsFiles } from '#client/keystore/read-tls-files.js'
import { rejection } from '#test/support/rejection.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'
import { tlsAuthority } from '#test/support/tls/tls-authority.js'

describe('files of TLS that a command or a profile names', () => {
  const folder = temporaryFolder()
  const now = new Date()
  const refusal = async (files: TlsFiles, at = now) => {
    const error = await rejection(readTlsFiles(files, at))
    return `${(error as { code?: string }).code ?? ''}: ${(error as Error).message}`
  }

  it('are a certificate with its key, and authorities', async () => {
    const authority = tlsAuthority(folder.path)
    const { certificate, key, pem } = authority.issue('client', 'clientAuth')
    const authorities = authority.certificate
    const read = await readTlsFiles({ certificate, key, authorities }, now)
    expect(read.shown).to.deep.equal({ certificate: pem.cert, key: pem.key })
    expect(read.authorities).to.contain('BEGIN CERTIFICATE')
    expect((await readTlsFiles({ authorities }, now)).shown).to.equal(undefined)
  })

  it('are refused in words where they are something else', async () => {
    const authority = tlsAuthority(folder.path)
    const { certificate, key } = authority.issue('client', 'clientAuth')
    const other = authority.issue('other', 'clientAuth')
    const text = join(folder.path, 'text')
    await writeFile(text, 'hello', { mode: 0o600 })
    expect(await refusal({ certificate })).to.contain('tls-unusable: a TLS certificate and its key')
    expect(await refusal({ key })).to.contain('tls-unusable: a TLS certificate and its key')
    const missing = join(folder.path, 'missing')
    expect(await refusal({ certificate: missing, key })).to.contain('file-unreadable: cannot read')
    expect(await refusal({ authorities: text })).to.contain('does not hold certificates in PEM')
    expect(await refusal({ certificate: text, key })).to.contain('certificates in PEM')
    expect(await refusal({ certificate, key: text })).to.contain('does not hold a private key')
    expect(await refusal({ certificate, key: other.key })).to.contain('is not the key of the first')
    const later = new Date(now.getTime() + 31 * 24 * 3_600_000)
    expect(await refusal({ certificate, key }, later)).to.contain('has ended')
    await chmod(key, 0o604)
    expect(await refusal({ certificate, key })).to.contain('can be read by others')
  })
})
