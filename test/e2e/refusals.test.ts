import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { composePackage, type Draft } from '#client/core/packages/compose-package.js'
import { deliverPackage } from '#client/core/packages/deliver-package.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { rogatory } from '#test/support/constellation/command.js'
import { type Constellation, constellation } from '#test/support/constellation/constellation.js'
import { documents } from './json-documents.js'

const empty: Draft = {
  to: [AuthorityId.parse('xb.pgo')],
  template: { id: 'mla-request', version: 1 },
  form: {},
  documents: [],
}
const NOBODY = '01a20fe9-3216-7e33-bd9d-66c8841c8e02'

/** Each refusal says what happened, its code and what to do; scripts learn it from the exit code. */
describe('the command line, when something is wrong', function () {
  this.timeout(300_000)
  let all: Constellation
  const at = (name: string) => join(all.data, name)

  before(async () => {
    all = await constellation()
    await writeFile(at('form.json'), '{"facts":"none"}')
    await writeFile(at('no-form.json'), 'not JSON')
    await writeFile(at('empty'), '')
    await writeFile(at('short'), 'short\n')
    await writeFile(at('wrong'), 'not the passphrase of this keystore\n')
    await mkdir(at('stranger'))
  })
  after(() => all.close())

  const draft = () => [
    'send',
    '--to',
    'xb.pgo',
    '--template',
    'mla-request@1',
    '--form',
    at('form.json'),
  ]

  const rows: readonly (readonly [string, number, string, () => string[], string?])[] = [
    ['a command that is none', 2, 'usage', () => ['inbx']],
    ['an option that is none', 2, 'usage', () => ['inbox', '--frm', 'x']],
    ['an option left out', 2, 'usage', () => ['open', NOBODY]],
    ['a package id that is none', 2, 'usage', () => ['status', 'nonsense']],
    ['a number that is none', 2, 'usage', () => ['inbox', '--limit', 'many']],
    ['a wait that never ends', 2, 'usage', () => ['proof', NOBODY, '--out', 'x', '--wait', '-1']],
    ['a count of nothing', 2, 'usage', () => ['watch', '--count', '0']],
    ['an authority id that is none', 2, 'usage', () => ['directory', 'show', 'XB']],
    ['a time that is none', 2, 'usage', () => [...draft(), '--expires', 'tomorrow']],
    [
      'an expiry in the past',
      2,
      'draft-invalid',
      () => [...draft(), '--expires', '2020-01-01T00:00:00Z'],
    ],
    ['a template that is none', 2, 'usage', () => [...draft(), '--template', 'MLA']],
    ['a template of nobody', 2, 'template-unknown', () => [...draft(), '--template', 'a@1']],
    [
      'a form that lacks what the treaty demands',
      2,
      'form-invalid',
      () => [...draft(), '--template', 'mla-request@2'],
    ],
    ['a mark that is none', 2, 'usage', () => [...draft(), '--tlp', 'purple']],
    ['a form that is none', 2, 'usage', () => [...draft(), '--form', at('no-form.json')]],
    [
      'a document that is not there',
      2,
      'file-unreadable',
      () => [...draft(), '--attach', at('none')],
    ],
    ['a folder as a document', 2, 'file-unreadable', () => [...draft(), '--attach', all.data]],
    [
      'the same document twice',
      2,
      'draft-invalid',
      () => [...draft(), '--attach', at('wrong'), '--attach', at('wrong')],
    ],
    ['a home without a profile', 2, 'usage', () => ['inbox'], 'stranger'],
    [
      'a bundle that is not there',
      2,
      'file-unreadable',
      () => ['verify', at('none.rogatory-proof')],
    ],
    [
      'a trust list that is none',
      2,
      'directory/trust',
      () => ['verify', at('form.json'), '--trust', at('form.json')],
    ],
    ['no trust list', 2, 'usage', () => ['verify', at('form.json')], 'stranger'],
    ['a recipient that is unknown', 3, 'authority-unknown', () => [...draft(), '--to', 'xz.none']],
    ['a package of nobody', 3, 'package-unknown', () => ['open', NOBODY, '--out', at('x')]],
    [
      'a bundle that is none',
      4,
      'proof/malformed',
      () => ['verify', at('form.json'), '--trust', at('trust.json')],
    ],
    [
      'a wrong passphrase',
      6,
      'keystore/passphrase',
      () => ['--passphrase-file', at('wrong'), 'inbox'],
    ],
    [
      'an empty passphrase',
      6,
      'keystore-passphrase',
      () => ['--passphrase-file', at('empty'), 'inbox'],
    ],
    [
      'a passphrase too short',
      6,
      'keystore-passphrase',
      () => [
        '--passphrase-file',
        at('short'),
        'keys',
        'create',
        '--authority',
        'xa.moj',
        '--out',
        at('k'),
      ],
    ],
    [
      'no passphrase and no terminal',
      6,
      'keystore-passphrase',
      () => ['keys', 'create', '--authority', 'xa.moj', '--out', at('k')],
    ],
  ]
  for (const [what, code, error, words, home = 'xa'] of rows) {
    it(`${what}: ends with ${code}, ${error}`, async () => {
      const said = ['--home', all.home(home), ...words()]
      const [people, script] = await Promise.all([rogatory(said), rogatory(['--json', ...said])])
      expect(people.code, people.stderr).to.equal(code)
      expect(people.stderr).to.match(/(?:^|\n)\n✗ \S.*\n {2}code {4}\S+\n {2}do {6}\S/)
      expect(people.stderr).to.include(`code    ${error}\n`)
      expect(people.stdout).to.equal('')
      expect(script).to.include({ code, stderr: '' })
      expect(documents.failure.parse(JSON.parse(script.stdout)).error.code).to.equal(error)
    })
  }

  it('shows its help when nothing is asked of it, and ends with 2', async () => {
    const [people, script] = await Promise.all([rogatory([]), rogatory(['--json'])])
    expect(people).to.include({ code: 2, stdout: '' })
    expect(people.stderr).to.include('Write and send:')
    expect(script.code).to.equal(2)
    documents.failure.parse(JSON.parse(script.stdout))
  })

  it('keeps what was sealed while the relay is away, and delivers it once', async () => {
    const xa = ['--json', '--home', all.home('xa')]
    const alma = await all.officer('xa')
    const id = await composePackage(alma, empty)
    await all.kill('relay')
    const away = await rogatory([...xa, 'outgoing', '--deliver'])
    expect(away.code).to.equal(5)
    expect(documents.failure.parse(JSON.parse(away.stdout)).error.code).to.equal(
      'relay-unreachable',
    )
    await all.restart('relay')
    const before = await rogatory([...xa, 'outgoing'])
    expect(documents.waiting.parse(JSON.parse(before.stdout)).waiting).to.deep.equal([id])
    const now = await rogatory([...xa, 'outgoing', '--deliver'])
    const { delivered, failed } = documents.delivered.parse(JSON.parse(now.stdout))
    expect(delivered.map(({ package: sent, code }) => [sent, code])).to.deep.equal([[id, 'A.1']])
    expect(failed).to.deep.equal([])
    const after = await rogatory([...xa, 'outgoing'])
    expect(documents.waiting.parse(JSON.parse(after.stdout)).waiting).to.deep.equal([])

    await all.kill('workers')
    const next = await deliverPackage(alma, await composePackage(alma, empty))
    const out = at('early.rogatory-proof')
    const words = ['proof', next.payload.package, '--out', out, '--wait', '0']
    const early = await rogatory([...xa, ...words])
    expect(early.code).to.equal(7)
    expect(documents.failure.parse(JSON.parse(early.stdout)).error.code).to.equal('proof-pending')
    await all.restart('workers')
  })

  it('help of every command names its words and options', async () => {
    const commands = [
      'keys create',
      'directory list',
      'directory show',
      'send',
      'outgoing',
      'inbox',
    ]
    commands.push('open', 'acknowledge', 'status', 'proof', 'verify', 'watch')
    const runs = await Promise.all(
      commands.map((command) => rogatory([...command.split(' '), '--help'])),
    )
    for (const [place, { code, stdout, stderr }] of runs.entries()) {
      expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' })
      expect(stdout).to.include(`Usage: rogatory ${commands[place] ?? ''} `)
      expect(stdout).to.match(/\n\n[a-z][^\n]{10,}\n/)
    }
    const { stdout } = await rogatory(['--help'])
    for (const [code] of Object.entries('01234567')) expect(stdout).to.include(`\n  ${code}  `)
  })
})
