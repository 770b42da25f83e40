import { expect } from 'chai'
import { fromPkcs12 } from '#crypto/pki/from-pkcs12.js'
import { toPkcs12 } from '#crypto/pki/to-pkcs12.js'
import { readCertificate } from '#crypto/pki/read-certificate.js'
import { codeOf } from '#test/support/code-of.js'
import { plans } from './chains.js'
import { handMade } from './hand-made.js'
import { type Openssl, openssl } from './openssl.node.js'

const PASSPHRASE = 'pässwörd 密码'
let tool: Openssl

before(async () => {
  tool = openssl()
  const { root, middle, leaf } = await plans()
  const [top, issuer, own] = (await Promise.all([root, middle, leaf].map(handMade))).map(
    readCertificate,
  )
  tool.write('key.pem', leaf.key.privateKeyPem)
  tool.write('leaf.pem', own?.pem ?? '')
  tool.write('others.pem', `${issuer?.pem ?? ''}${top?.pem ?? ''}`)
})
after(() => tool.close())

const exported = (...options: string[]) => {
  const files = [
    '-inkey',
    'key.pem',
    '-in',
    'leaf.pem',
    '-certfile',
    'others.pem',
    '-out',
    'theirs.p12',
  ]
  tool.run(
    'pkcs12',
    '-export',
    ...files,
    '-name',
    'own',
    '-passout',
    `pass:${PASSPHRASE}`,
    ...options,
  )
  return tool.read('theirs.p12')
}

describe('PKCS#12 beside OpenSSL', () => {
  it('is read by OpenSSL as we wrote it', async () => {
    const { privateKeyPem, ...identity } = await fromPkcs12(exported(), PASSPHRASE)
    tool.write('ours.p12', await toPkcs12({ ...identity, privateKeyPem }, PASSPHRASE))
    const pass = ['-in', 'ours.p12', '-passin', `pass:${PASSPHRASE}`]
    const text = tool.run('pkcs12', ...pass, '-nodes')
    for (const { pem } of identity.chain) expect(text).to.include(pem)
    expect(text).to.include(privateKeyPem)
    expect(tool.accepts('pkcs12', '-in', 'ours.p12', '-passin', 'pass:wrong', '-noout')).to.equal(
      false,
    )
  }).timeout(60_000)

  it('reads what OpenSSL writes, in AES-256 with any number of rounds it may use', async () => {
    for (const options of [
      [],
      ['-iter', '10000'],
      ['-certpbe', 'AES-256-CBC', '-keypbe', 'AES-256-CBC'],
    ]) {
      const { certificate, chain } = await fromPkcs12(exported(...options), PASSPHRASE)
      expect(certificate.party).to.equal('xa.moj')
      expect(chain.map(({ subject }) => subject)).to.deep.equal(['CN=Leaf', 'CN=Middle'])
    }
  })

  const older: Record<string, string[]> = {
    'RC2 with 40 bits, triple DES and SHA-1, as OpenSSL 1 wrote': ['-legacy'],
    'triple DES': ['-legacy', '-keypbe', 'PBE-SHA1-3DES', '-macalg', 'sha256'],
    'RC2 with 40 bits': [
      '-legacy',
      '-certpbe',
      'PBE-SHA1-RC2-40',
      '-keypbe',
      'AES-256-CBC',
      '-macalg',
      'sha256',
    ],
    'AES with 128 bits': ['-keypbe', 'AES-128-CBC'],
    'a MAC by SHA-1': ['-macalg', 'sha1'],
    'one round': ['-iter', '1'],
    'certificates in the open, one round of the MAC': ['-certpbe', 'NONE', '-nomaciter'],
  }
  for (const [what, options] of Object.entries(older)) {
    it(`refuses ${what}`, async () => {
      const file = exported(...options)
      expect(await codeOf(() => fromPkcs12(file, PASSPHRASE))).to.equal('pki/weak')
    })
  }

  it('refuses a file without a MAC, and a key in the open', async () => {
    for (const options of [['-nomac'], ['-keypbe', 'NONE']]) {
      const file = exported(...options)
      expect(await codeOf(() => fromPkcs12(file, PASSPHRASE))).to.equal('pki/malformed')
    }
  })
})
