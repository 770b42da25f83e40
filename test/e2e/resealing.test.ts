import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { composePackage } from '#client/core/packages/compose-package.js'
import { deliverPackage } from '#client/core/packages/deliver-package.js'
import { diskDocument } from '#client/files/disk-document.js'
import { AuthorityId, type PackageId } from '#crypto/fields/fields.js'
import { arrived } from '#test/support/constellation/arrived.js'
import { rogatory } from '#test/support/constellation/command.js'
import { type Constellation, constellation } from '#test/support/constellation/constellation.js'

type Need = { readonly kid: string; readonly isPresent: boolean; readonly packages: number }

/** An authority seals to a new key, seals what it was sent anew, and destroys the old key, as an administrator would type it. */
describe('sealing anew on the command line', function () {
  this.timeout(300_000)
  let all: Constellation
  let folder: string
  let ids: PackageId[]
  let old: string

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rogatory-reseal-'))
    await writeFile(join(folder, 'exhibit.txt'), 'exhibit '.repeat(200_000))
    all = await constellation({ from: 'sources' })
    const [alma, yusuf] = [await all.officer('xa'), await all.officer('xb')]
    ids = []
    for (let i = 0; i < 2; i++) {
      const id = await composePackage(alma, {
        to: [AuthorityId.parse('xb.pgo')],
        template: { id: 'mla-request', version: 1 },
        form: { purpose: `Service of summons ${i}` },
        documents: [await diskDocument(join(folder, 'exhibit.txt'))],
      })
      await deliverPackage(alma, id)
      await arrived(yusuf, id)
      ids.push(id)
    }
  })
  after(async () => {
    await all.close()
    await rm(folder, { recursive: true, force: true })
  })

  const run = (home: string, ...words: string[]) =>
    rogatory(['--json', '--home', all.home(home), ...words])
  async function done<T>(home: string, ...words: string[]): Promise<T> {
    const { code, stdout } = await run(home, ...words)
    expect(code, stdout).to.equal(0)
    return JSON.parse(stdout) as T
  }
  const needs = async () => (await done<{ keys: Need[] }>('xb', 'keys', 'needed')).keys
  const withKeys = () => [
    ...['--authority-keys', join(all.data, 'xb.pgo')],
    ...['--authority-passphrase-file', join(all.data, 'xb.pgo', 'passphrase')],
  ]
  async function opens(home: string, id: PackageId): Promise<void> {
    const out = join(folder, `${home}-${id}-${Math.random()}`)
    await done(home, 'open', id, '--out', out)
    const text = await readFile(join(out, 'exhibit.txt'), 'utf8')
    expect(text).to.equal('exhibit '.repeat(200_000))
  }
  const proof = async (name: string) => {
    const out = join(folder, `${name}.rogatory-proof`)
    await done('xa', 'proof', 'export', ids[0] ?? '', '--out', out)
    return out
  }

  it('tells what the present key opens, and does not let it go', async () => {
    const keys = await needs()
    expect(keys.map(({ isPresent, packages }) => [isPresent, packages])).to.deep.equal([[true, 2]])
    old = keys[0]?.kid ?? ''
    const { code, stdout } = await run('xb', 'keys', 'destroy', '--kid', old, '--yes')
    expect(code).to.equal(3)
    expect(stdout).to.include('key-needed')
  })

  it('still needs the old key when somebody has left, and others seal to a new one', async () => {
    await proof('before')
    const { officers } = await done<{ officers: { name: string; kid: string }[] }>(
      'xb',
      ...['officer', 'list'],
    )
    const own = (await all.officer('xb')).officer.signingKey.kid
    const leaver = officers.find(({ kid }) => kid !== own)?.name ?? ''
    const leaves = ['officer', 'remove', leaver, '--reason', 'left', '--overlap-minutes', '0']
    await done('xb', ...leaves, ...withKeys())
    const found = (await needs()).find(({ kid }) => kid === old)
    expect(found).to.include({ isPresent: false, packages: 2 })
    expect((await run('xb', 'keys', 'destroy', '--kid', old, '--yes')).code).to.equal(3)
  })

  it('seals one anew, and then all that are left under the old key', async () => {
    const [first = '', second = ''] = ids
    type Told = { resealed: { package: string; version: number; already: boolean }[] }
    const one = await done<Told>('xb', 'reseal', first)
    expect(one.resealed[0]).to.include({ package: first, version: 1, already: false })
    const again = await done<Told>('xb', 'reseal', first)
    expect(again.resealed[0]).to.include({ version: 1, already: true })
    const rest = await done<Told>('xb', 'reseal', '--all', '--sealed-under', old)
    expect(rest.resealed.map((row) => row.package)).to.deep.equal([second])
    const nothing = await done<Told>('xb', 'reseal', '--all', '--sealed-under', old)
    expect(nothing.resealed).to.deep.equal([])
  })

  it('refuses to guess what is to be sealed anew', async () => {
    for (const words of [[], ['--all'], [ids[0] ?? '', '--all', '--before', '2030-01-01']]) {
      expect((await run('xb', 'reseal', ...words)).code).to.equal(2)
    }
  })

  it('destroys the old key, wherever the relay had it, and opens everything without', async () => {
    await done('xb', 'keys', 'destroy', '--kid', old, '--yes')
    await done('xb', 'keys', 'destroy', '--kid', old, '--yes')
    expect((await needs()).map(({ kid }) => kid)).to.not.include(old)
    const database = await all.openDatabase()
    const versions = await database.collection('vaults').countDocuments({ authority: 'xb.pgo' })
    await database.close()
    expect(versions).to.equal(1)
    for (const id of ids) await opens('xb', id)
    await done('xb', 'acknowledge', ids[0] ?? '')
  })

  it('leaves the sender as it was, and its proofs', async () => {
    for (const id of ids) await opens('xa', id)
    const trust = ['--trust', join(all.data, 'trust.json')]
    const after = await proof('after')
    const document = ['--document', join(folder, 'exhibit.txt')]
    for (const bundle of [join(folder, 'before.rogatory-proof'), after]) {
      const { code, stdout } = await run('xa', 'verify', bundle, ...trust, ...document)
      expect([0, 7], stdout).to.include(code)
      expect(stdout).to.not.include('"contradicted"')
    }
  })
})
