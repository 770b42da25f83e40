import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { z } from 'zod'
import { exampleAuthorities } from '#client/example/authorities.js'
import { formatTrustList, readTrustList } from '#crypto/directory/trust-list.js'
import { readCertificate } from '#crypto/pki/read-certificate.js'
import { type Openssl, openssl } from '#test/crypto/pki/openssl.node.js'
import { AUTHORITY, certify, ISSUER, pemIn } from '#test/crypto/pki/openssl-chain.node.js'
import { rogatory } from '#test/support/constellation/command.js'
import { type Constellation, constellation } from '#test/support/constellation/constellation.js'

const Begun = z.object({ application: z.string(), fingerprint: z.string() })
const Requests = z.object({
  requests: z.array(z.object({ id: z.string(), kind: z.string() })),
  doubtful: z.array(z.object({ digest: z.string(), code: z.string() })),
})
const Certificates = z.object({
  certificates: z.array(z.object({ versions: z.array(z.number()), isInstalled: z.boolean() })),
})

/** An authority with a certificate of its own State, on elliptic curves, as people would type it. */
describe('a national certificate on the command line', function () {
  this.timeout(300_000)
  let all: Constellation
  let tool: Openssl
  let begun: z.infer<typeof Begun>
  const passphrase = 'four random words here'
  const at = (name: string) => join(all.data, name)

  before(async () => {
    tool = openssl()
    certify(tool, { name: 'root', kind: 'P-384', hash: 'sha384', extensions: ISSUER })
    certify(tool, { name: 'middle', kind: 'P-256', by: 'root', extensions: ISSUER })
    certify(tool, { name: 'other', kind: 'P-384', hash: 'sha384', extensions: ISSUER })
    const leaf = AUTHORITY.map((line) => line.replace('xa.moj', 'xc.moj'))
    for (const [name, days] of [
      ['leaf', 365],
      ['renewed', 700],
    ] as const) {
      certify(tool, { name, kind: 'P-256', by: 'middle', extensions: leaf, days })
    }
    certify(tool, { name: 'moved', kind: 'P-256', by: 'other', extensions: leaf, days: 700 })
    all = await constellation({
      prepare: async (data) => {
        const file = join(data, 'trust.json')
        const trust = readTrustList(await readFile(file, 'utf8'))
        const added = ['root.pem', 'other.pem'].map((name) => `${pemIn(tool, name)}\n`)
        const roots = [...trust.roots, ...added]
        const nationalRoots = added.map((pem) => ({
          root: readCertificate(pem).fingerprint,
          state: 'XC',
        }))
        await writeFile(file, formatTrustList({ ...trust, roots, nationalRoots }))
      },
    })
    const [model] = exampleAuthorities
    const about = { authority: 'xc.moj', state: 'XC', names: { en: 'Ministry of Cordia' } }
    await writeFile(at('entry.json'), JSON.stringify({ ...model?.data, ...about }))
    await writeFile(at('passphrase'), `${passphrase}\n`)
    for (const [name, ...issuers] of [
      ['leaf', 'middle', 'root'],
      ['renewed', 'middle', 'root'],
      ['moved', 'other'],
    ] as const) {
      const chain = [name, ...issuers].map((one) => pemIn(tool, `${one}.pem`))
      await writeFile(at(`${name}.pem`), `${chain.join('\n')}\n`)
      await writeFile(at(`${name}.key`), `${pemIn(tool, `${name}.key`)}\n`)
    }
    const out = (file: string, ...more: string[]) =>
      tool.run(
        ...['pkcs12', '-export', '-inkey', 'leaf.key', '-in', 'leaf.pem', '-out', file],
        ...['-certfile', 'middle.pem', '-passout', `pass:${passphrase}`, ...more],
      )
    out('leaf.p12')
    out('odd.p12', '-certpbe', 'PBE-SHA1-3DES', '-keypbe', 'PBE-SHA1-3DES', '-macalg', 'sha1')
    for (const file of ['leaf.p12', 'odd.p12']) await writeFile(at(file), tool.read(file))
  })
  after(async () => {
    await all.close()
    tool.close()
  })

  const run = (...words: string[]) =>
    rogatory(['--json', '--passphrase-file', at('passphrase'), '--home', at('xc'), ...words], {
      env: { RELAY_ID: 'zz.relay', RELAY_ORIGIN: all.origin, ROGATORY_OPERATOR: at('operator') },
    })
  async function done<S extends z.ZodType>(schema: S, ...words: string[]): Promise<z.output<S>> {
    const { code, stdout, stderr } = await run(...words)
    expect(code, stdout + stderr).to.equal(0)
    return schema.parse(JSON.parse(stdout))
  }
  async function refused(exit: number, code: string, ...words: string[]) {
    const { code: ended, stdout } = await run(...words)
    expect(JSON.parse(stdout), stdout).to.have.nested.property('error.code', code)
    expect(ended).to.equal(exit)
  }
  const begin = (...identity: string[]) => [
    ...['enrol', 'begin', '--invitation', at('invitation'), '--entry', at('entry.json')],
    ...['--officer', 'Carla Cortez:admin,case', '--trust', at('trust.json'), ...identity],
  ]
  const keys = () => [
    ...['--authority-keys', join(at('xc'), 'authority')],
    ...['--authority-passphrase-file', at('passphrase')],
  ]

  it('refuses what it cannot read, by a code', async () => {
    const Invited = z.object({ invitation: z.string() })
    const words = ['operator', 'invite', '--authority', 'xc.moj', '--name', 'Ministry of Cordia']
    const { invitation } = await done(Invited, ...words)
    await writeFile(at('invitation'), `${invitation}\n`)
    await refused(2, 'usage', ...begin('--certificate', at('leaf.pem')))
    await refused(4, 'pki/weak', ...begin('--certificate', at('odd.p12')))
    await writeFile(at('passphrase'), 'another passphrase than that\n')
    await refused(6, 'pki/passphrase', ...begin('--certificate', at('leaf.p12')))
    await writeFile(at('passphrase'), 'too short\n')
    await refused(6, 'keystore-passphrase', ...begin('--certificate', at('leaf.p12')))
    await writeFile(at('passphrase'), `${passphrase}\n`)
  })

  it('enrols with certificate and key, and the operator sees what it asks with', async () => {
    begun = await done(Begun, ...begin('--certificate', at('leaf.pem'), '--key', at('leaf.key')))
    const { requests, doubtful } = await done(Requests, 'operator', 'requests')
    expect(requests).to.deep.include({ ...requests[0], id: begun.application, kind: 'certificate' })
    expect(doubtful).to.deep.equal([])
    const { application: id, fingerprint } = begun
    await done(z.object({}), 'operator', 'approve', id, '--fingerprint', fingerprint)
    await done(z.object({}), 'enrol', 'complete')
    await done(z.object({ digest: z.string() }), 'directory', 'show', 'xc.moj')
  })

  it('installs a renewed one, which signs the next version; the one before serves on', async () => {
    await refused(2, 'usage', 'keys', 'certificate', ...keys(), '--install', at('renewed.pem'))
    const install = ['--install', at('renewed.pem'), '--key', at('renewed.key')]
    for (let i = 0; i < 2; i++) {
      const shown = await done(Certificates, 'keys', 'certificate', ...keys(), ...install)
      expect(shown.certificates).to.deep.equal([
        { versions: [2], isInstalled: true },
        { versions: [1], isInstalled: false },
      ])
    }
    const kept = await readdir(join(at('xc'), 'authority'))
    expect(kept.filter((name) => /^identity.*p12$/.test(name))).to.have.length(2)
    await done(z.object({}), 'keys', 'renew', ...keys(), '--certificate', at('renewed.pem'))
    await done(z.object({}), 'inbox')
  })

  it('moves to another root once the operator has approved it, and not before', async () => {
    const moved = ['--install', at('moved.pem'), '--key', at('moved.key')]
    const certificate = ['keys', 'certificate', ...keys(), ...moved]
    await refused(3, 'not-permitted', ...certificate)
    const Invited = z.object({ invitation: z.string() })
    const words = ['operator', 'invite', '--authority', 'xc.moj', '--name', 'Another root']
    const { invitation } = await done(Invited, ...words)
    await writeFile(at('invitation'), `${invitation}\n`)
    const asked = await done(Begun, ...certificate, '--invitation', at('invitation'))
    await refused(3, 'not-permitted', ...certificate)
    const { application: id, fingerprint } = asked
    await done(z.object({}), 'operator', 'approve', id, '--fingerprint', fingerprint)
    const { certificates } = await done(Certificates, ...certificate)
    expect(certificates[0]).to.deep.equal({ versions: [4], isInstalled: true })
    await done(z.object({}), 'inbox')
  })

  it('changes passphrases, of the officer and of the authority, and completes what broke off', async () => {
    await writeFile(at('next'), 'five other random words there\n')
    await writeFile(at('short'), 'short\n')
    const change = ['keys', 'passphrase', '--new-passphrase-file']
    await refused(6, 'keystore-passphrase', ...change, at('short'))
    const Changed = z.object({ files: z.array(z.string()) })
    expect(await done(Changed, ...change, at('next'))).to.deep.equal({
      files: ['officer.keystore'],
    })
    // Asked again: it is done already.
    await done(Changed, ...change, at('next'))
    await refused(6, 'keystore/passphrase', 'inbox')
    const { files } = await done(Changed, ...change, at('next'), ...keys())
    expect(files).to.deep.equal(['operational.keystore', 'identity.p12'])
    await writeFile(at('passphrase'), 'five other random words there\n')
    await done(Certificates, 'keys', 'certificate', ...keys())
  })
})
