import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { stringify } from 'yaml'
import { listMailbox } from '#client/core/packages/list-mailbox.js'
import { readPackage } from '#client/core/packages/open-package.js'
import { exampleForm } from '#client/example/request-form.js'
import type { Played } from '#client/simulator/play-case.js'
import { readyScripts } from '#client/simulator/ready-scripts.js'
import { simulate } from '#client/simulator/simulate.js'
import { PackageId } from '#crypto/fields/fields.js'
import { arrived } from '#test/support/constellation/arrived.js'
import { rogatory } from '#test/support/constellation/command.js'
import { type Constellation, constellation } from '#test/support/constellation/constellation.js'
import { actsOnCommandLine } from './acts-on-command-line.js'
import { endings } from './endings.js'
import { documents } from './json-documents.js'

/** What an officer does with a form, and a counterpart that answers by itself. */
describe('forms on the command line, and a simulated counterpart', function () {
  this.timeout(300_000)
  let all: Constellation
  let request: PackageId
  const at = (name: string) => join(all.data, name)
  const as = (home: string, ...words: string[]) => rogatory(['--home', all.home(home), ...words])

  before(async () => {
    all = await constellation()
  })
  after(() => all.close())

  it('a blank form is printed, and what is missing in it is said', async () => {
    const blank = await rogatory(['template', 'blank', 'mla-request', '--out', at('blank.yaml')])
    expect(blank.code, blank.stderr).to.equal(0)
    expect(await readFile(at('blank.yaml'), 'utf8')).to.match(/^# template: mla-request@2\n/)
    const checked = await rogatory(['check', at('blank.yaml'), '--lang', 'fr'])
    expect(checked.code).to.equal(2)
    expect(checked.stdout).to.include('[required:purpose]').and.to.include('article 18 (15) (f)')
  })

  it('a filled one is held against the entry of its recipient', async () => {
    const { stage, ...others } = exampleForm as Record<string, unknown>
    expect(stage).to.equal('investigation')
    const yaml = (form: unknown) => `# template: mla-request@2\n${stringify(form)}`
    await writeFile(at('whole.yaml'), yaml(exampleForm))
    await writeFile(at('without-stage.yaml'), yaml(others))
    const fine = await as('xa', 'check', at('whole.yaml'), '--to', 'xb.pgo')
    expect(fine.code, fine.stdout + fine.stderr).to.equal(0)
    expect(fine.stdout).to.include('[requirements]').and.to.include('certified translation')
    const script = await as('xa', '--json', 'check', at('without-stage.yaml'), '--to', 'xb.pgo')
    expect(script.code).to.equal(7)
    expect(script.stdout).to.include('"name":"required:stage"')
  })

  it('advice stops a request until it is followed or accepted; what is above the channel, always', async () => {
    const words = ['send', '--to', 'xb.pgo', '--form', at('without-stage.yaml')]
    const stopped = await as('xa', ...words)
    expect(stopped.code).to.equal(2)
    expect(stopped.stderr).to.include('findings-open').and.to.include('required:stage')
    const secret = await as('xa', ...words, '--despite', 'required', '--classification', 'SECRET')
    expect(secret.stderr).to.include('code    pre-flight')
    const sent = await as('xa', '--json', ...words, '--despite', 'required:stage')
    expect(sent.code, sent.stdout).to.equal(0)
    const { package: id, findings } = documents.sent.parse(JSON.parse(sent.stdout))
    expect(findings.map(({ severity }) => severity))
      .to.include('should')
      .and.not.include('must')
    request = id
  })

  it('the counterpart answers by its script, each answer in the case', async () => {
    const run = await as('xb', '--json', 'simulate', '--script', 'executes', '--count', '4')
    expect(run.code, run.stdout + run.stderr).to.equal(0)
    const played = run.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Played)
    expect(played.map(({ did, template }) => template ?? did)).to.deep.equal([
      'acknowledged',
      'registration',
      'acceptance',
      'execution',
    ])
    const alma = await all.officer('xa')
    await arrived(alma, played[3]?.package ?? '')
    const answers = await listMailbox(alma, 'inbox', 10)
    const { manifest } = await readPackage(alma, request)
    expect(answers.map((item) => item.case)).to.deep.equal(Array(3).fill(manifest.case))

    const execution = played[3]?.package ?? ''
    const shown = await as('xa', 'show', execution, '--lang', 'ar')
    expect(shown.stdout).to.include('نُفذت').and.to.include('Simulated court')
    const opened = await as('xa', '--json', 'open', execution, '--out', at('execution'))
    const document = documents.opened.parse(JSON.parse(opened.stdout))
    expect(document).to.include({ templateKnown: true })
    expect(document.findings).to.deep.equal([])
    expect(document.documents.map(({ name }) => name)).to.deep.equal(['execution.pdf'])
  })

  it('a simulator that begins again does nothing twice', async () => {
    const script = readyScripts['executes']
    if (script === undefined) throw new TypeError('there is such a script')
    const played: Played[] = []
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 8000)
    const tell = (one: Played) => void played.push(one)
    await simulate(await all.officer('xb'), { script, after: -1, tell }, stop.signal)
    expect(played).to.deep.equal([])
  })

  describe('acts', () => actsOnCommandLine(() => all))
  describe('a case between two authorities ends', () => endings(() => all))
})
