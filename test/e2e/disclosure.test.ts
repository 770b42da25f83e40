import { execFile } from 'node:child_process'
import {
  copyFile,
  cp,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'chai'
import { acknowledgePackage } from '#client/core/packages/acknowledge-package.js'
import { readPackage } from '#client/core/packages/open-package.js'
import { LANGUAGES } from '#client/languages/language.js'
import { letterPdf } from '#client/files/letter-pdf.js'
import { PackageId } from '#crypto/fields/fields.js'
import { arrived } from '#test/support/constellation/arrived.js'
import { commandHere } from '#test/support/constellation/command-here.js'
import { type Constellation, constellation } from '#test/support/constellation/constellation.js'
import { poppler } from '#test/support/poppler.js'

const run = promisify(execFile)
const REASON = 'Protects the life of a witness'

type Found = { readonly code: string; readonly about: string }

/** A case, its disclosure pack, and a defence counsel who has nothing but the pack and the trust list. */
describe('a disclosure pack, from a real relay to the defence', function () {
  this.timeout(300_000)
  let all: Constellation
  let request: string, withdrawn: string, of: string
  const at = (...names: string[]) => join(all.data, ...names)
  const as = (home: string, ...words: string[]) => commandHere(all.home(home), ...words)
  const verified = (folder: string) => as('nobody', 'verify', folder, '--trust', at('trust.json'))
  const findings = async (folder: string) => {
    const { code, said } = await verified(folder)
    return { code, found: said['findings'] as Found[] }
  }
  const disclosed = (out: string, ...words: string[]) =>
    as('xa', 'disclosure', of, '--out', at(out), ...words)
  async function filesOf(folder: string): Promise<string[]> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      .sort()
  }
  async function sent(...words: string[]): Promise<string> {
    const { code, said } = await as('xa', ...words)
    expect(code, JSON.stringify(said)).to.equal(0)
    await arrived(await all.officer('xb'), String(said['package']))
    return String(said['package'])
  }

  before(async () => {
    all = await constellation({ from: 'sources' })
    await writeFile(at('form.yaml'), '# template: mla-request@1\npurpose: Bank records\n')
    await writeFile(at('request.pdf'), letterPdf(['Request for bank records']))
    await writeFile(at('witness R.pdf'), letterPdf(['Mrs R. saw him']))
    await writeFile(at('redacted.pdf'), letterPdf(['Mrs # saw him']))
    const documents = ['--attach', at('request.pdf'), at('witness R.pdf')]
    request = await sent('send', '--to', 'xb.pgo', '--form', at('form.yaml'), ...documents)
    const yusuf = await all.officer('xb')
    const read = await readPackage(yusuf, PackageId.parse(request))
    of = read.manifest.case
    await acknowledgePackage(yusuf, read.manifest.package)
    const form = { date: '2026-11-28', scope: 'whole', reasons: 'It was found.' }
    await writeFile(at('withdrawal.json'), JSON.stringify(form))
    withdrawn = await sent('withdraw', request, '--form', at('withdrawal.json'))
  })
  after(() => all.close())

  it('holds all that was sent, and whoever has it and a trust list proves it', async () => {
    const { code, said } = await disclosed('whole')
    expect(code, JSON.stringify(said)).to.equal(0)
    const checked = await verified(at('whole'))
    expect(checked.said['findings']).to.deep.equal([])
    const { packages } = checked.said as { packages: { package: string; proved: string[] }[] }
    expect(packages.map((one) => one.package)).to.deep.equal([request, withdrawn])
    expect(packages[0]?.proved).to.have.length(3)
    expect([0, 7]).to.include(checked.code)
    await run('sha256sum', ['--strict', '-c', 'SHA256SUMS'], { cwd: at('whole') })
    const { stdout } = await run('jq', [
      '-r',
      '.packages[].said.template',
      at('whole', 'index.json'),
    ])
    expect(stdout).to.equal('mla-request@1\nwithdrawal@1\n')
    const listed = (await readFile(at('whole', 'SHA256SUMS'), 'utf8')).split('\n').length - 1
    expect(await filesOf(at('whole'))).to.have.length(listed + 1)
  })

  it('withholds a document with its reason, and puts the redacted one in its place', async () => {
    const words = ['--withhold', `witness R.pdf=${REASON}`, '--lang', 'fr']
    const redacted = ['--redacted', `witness R.pdf=${at('redacted.pdf')}`]
    const { code, said } = await disclosed('part', ...words, ...redacted)
    expect(code, JSON.stringify(said)).to.equal(0)
    expect((await findings(at('part'))).found).to.deep.equal([])
    await run('sha256sum', ['--strict', '-c', 'SHA256SUMS'], { cwd: at('part') })
    const files = await filesOf(at('part'))
    expect(files.join('\n')).to.include('redacted.pdf').and.not.include('witness R')
    for (const file of files) {
      expect((await readFile(at('part', file))).includes('witness R.pdf'), file).to.equal(false)
    }
    const judge = poppler(await readFile(at('part', 'cover.pdf')))
    expect(judge.text())
      .to.include('Dossierdecommunication')
      .and.include(REASON.replaceAll(' ', ''))
    judge.close()
  })

  for (const language of LANGUAGES) {
    it(`has a cover in ${language}`, async () => {
      const { code, said } = await disclosed(`in-${language}`, '--lang', language)
      expect(code, JSON.stringify(said)).to.equal(0)
      const cover = await readFile(at(`in-${language}`, 'cover.pdf'))
      const judge = poppler(cover)
      expect(judge.text()).to.include(of).and.include('xa.moj>xb.pgo')
      judge.close()
    })
  }

  it('is found out in each file that is changed, missing or too many', async () => {
    const files = (await filesOf(at('part'))).filter((file) => file !== 'index.json')
    await cp(at('part'), at('tampered'), { recursive: true })
    for (const file of files) {
      const [before, here] = [at('part', file), at('tampered', file)]
      const octets = await readFile(before)
      octets[octets.length - 3] = (octets[octets.length - 3] ?? 0) ^ 1
      await writeFile(here, octets)
      const changed = await findings(at('tampered'))
      expect(changed.code, file).to.equal(4)
      expect(
        changed.found.map(({ about }) => about),
        file,
      ).to.include(file)
      await rm(here)
      const missing = await findings(at('tampered'))
      expect(missing.code, file).to.equal(4)
      const named = missing.found.map(({ code, about }) => `${code} ${about}`)
      expect(named).to.include(`file-missing ${file}`)
      await copyFile(before, here)
    }
    expect((await findings(at('tampered'))).found).to.deep.equal([])
    await symlink('/etc/hostname', at('tampered', 'packages', 'link'))
    await mkdir(at('tampered', 'empty'))
    const more = await findings(at('tampered'))
    expect(more.found.map(({ code, about }) => `${code} ${about}`)).to.deep.equal([
      'file-unlisted empty/',
      'file-unlisted packages/link',
    ])
    await rename(at('tampered', 'index.json'), at('tampered', 'index'))
    expect((await verified(at('tampered'))).said).to.have.nested.property(
      'error.code',
      'file-unreadable',
    )
  })

  it('is never half there: what is refused leaves nothing, and what is there is not written into', async () => {
    const before = await readdir(all.data)
    expect((await disclosed('whole')).said).to.have.nested.property('error.code', 'file-exists')
    for (const [words, code] of [
      [['--withhold', 'witnes R.pdf=x'], 'part-unknown'],
      [['--withhold', 'witness R.pdf'], 'usage'],
      [['--redacted', `witness R.pdf=${at('redacted.pdf')}`], 'usage'],
    ] as const) {
      expect((await disclosed('no', ...words)).said).to.have.nested.property('error.code', code)
    }
    expect(await readdir(all.data)).to.deep.equal(before)
  })
})
