import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { formatTrustList } from '#crypto/directory/trust-list.js'
import { readCertificate } from '#crypto/pki/read-certificate.js'
import { toPkcs12 } from '#crypto/pki/to-pkcs12.js'
import { parseBundle } from '#crypto/proof/parse-bundle.js'
import { serialiseBundle } from '#crypto/proof/serialise-bundle.js'
import { poppler } from '#test/support/poppler.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'
import { sampleBundle, worldTrust } from '#test/support/world/sample-bundle.js'
import { world } from '#test/support/world/world.js'

const CLI = ['--import', 'tsx', '--conditions=source', 'client/cli/main.ts']

describe('what the command gives to a court', function () {
  this.timeout(300_000)
  const folder = temporaryFolder()
  const at = (name: string) => join(folder.path, name)
  const run = (...words: readonly string[]) =>
    spawnSync(process.execPath, [...CLI, '--json', ...words], { encoding: 'utf8' })

  beforeEach(async () => {
    writeFileSync(at('x.rogatory-proof'), serialiseBundle(await sampleBundle()))
    writeFileSync(at('trust.json'), formatTrustList(await worldTrust()))
  })

  it('is a certificate in the language asked for, signed by an identity', async () => {
    const { identity } = (await world()).xa
    const chain = identity.chain.map((one) => readCertificate(one))
    const [certificate] = chain
    if (!certificate || !('privateKeyPem' in identity.key)) throw new Error('no identity')
    const privateKeyPem = String(identity.key.privateKeyPem)
    writeFileSync(at('xa.p12'), await toPkcs12({ certificate, chain, privateKeyPem }, 'secret'))
    writeFileSync(at('passphrase'), 'secret\n')
    const words = ['--passphrase-file', at('passphrase'), 'certificate', at('x.rogatory-proof')]
    const options = ['--trust', at('trust.json'), '--lang', 'fr', '--sign', at('xa.p12')]
    const { status, stdout, stderr } = run(...words, ...options, '--out', at('x.pdf'))
    expect(status, stderr + stdout).to.equal(0)
    expect(JSON.parse(stdout)).to.include({ out: at('x.pdf'), verdict: 'proved', signed: true })
    const judge = poppler(readFileSync(at('x.pdf')))
    expect(judge.text()).to.include('Certificatdetransmissionetderéception')
    expect(judge.signature()).to.include('Signature is Valid')
    judge.close()
  })

  it('is a refusal where the bundle is contradicted', () => {
    const bundle = parseBundle(new Uint8Array(readFileSync(at('x.rogatory-proof'))))
    const forged = { ...bundle, receipts: bundle.receipts.map((one) => `${one.slice(0, -3)}AAA`) }
    writeFileSync(at('y.rogatory-proof'), JSON.stringify(forged))
    const words = ['certificate', at('y.rogatory-proof'), '--trust', at('trust.json')]
    const { status, stdout } = run(...words, '--out', at('y.pdf'))
    expect(status).to.equal(4)
    expect(JSON.parse(stdout)).to.have.nested.property('error.code', 'proof-contradicted')
    expect(() => readFileSync(at('y.pdf'))).to.throw()
  })

  it('is the page that verifies without a network', () => {
    const { status, stdout } = run('verifier', '--out', at('page.html'))
    expect(status, stdout).to.equal(0)
    const page = readFileSync(at('page.html'), 'utf8')
    expect(page)
      .to.match(/^<!doctype html>/)
      .and.to.include("default-src 'none'")
    expect(page).not.to.match(/(src|href)="?https?:/)
  })
})
