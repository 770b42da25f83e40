import { once } from 'node:events'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import type { z } from 'zod'
import { scanPng } from '#client/example/documents.js'
import { letterPdf } from '#client/files/letter-pdf.js'
import { exampleForm } from '#client/example/request-form.js'
import { watchEvents } from '#client/core/session/watch-events.js'
import { arrived } from '#test/support/constellation/arrived.js'
import { type CommandRun, rogatory } from '#test/support/constellation/command.js'
import { type Constellation, constellation } from '#test/support/constellation/constellation.js'
import { documents } from './json-documents.js'

/** One request from end to end, as two people and a court would type it. */
describe('the command line, from keys to proof', function () {
  this.timeout(300_000)
  let all: Constellation
  let files: Record<'form' | 'reply' | 'letter' | 'scan' | 'received' | 'bundle' | 'trust', string>
  let request = ''

  before(async () => {
    all = await constellation({ from: 'sources' })
    const at = (name: string) => join(all.data, name)
    files = {
      form: at('form.json'),
      reply: at('reply.json'),
      letter: at('request.pdf'),
      scan: at('scan of the order.png'),
      received: at('received'),
      bundle: at('case.rogatory-proof'),
      trust: at('trust.json'),
    }
    await writeFile(files.form, JSON.stringify(exampleForm))
    const registered = { registrationNumber: 'B-2026-88', date: '2026-11-28', officer: 'Y. Demir' }
    await writeFile(files.reply, JSON.stringify(registered))
    await writeFile(files.letter, letterPdf(['Request']))
    await writeFile(files.scan, scanPng('order'))
  })
  after(() => all.close())

  /** A process of its own for the first run of each command, of the code that is served. */
  const started = new Set<string>()
  function as(home: string, ...words: string[]): Promise<CommandRun> {
    const command = words.find((word) => !word.startsWith('--')) ?? ''
    const from = started.has(command) ? 'resident' : 'dist'
    started.add(command)
    return rogatory(['--home', all.home(home), ...words], { from })
  }

  async function json<S extends z.ZodType>(
    schema: S,
    home: string,
    ...words: string[]
  ): Promise<z.output<S>> {
    return answer(schema, await as(home, '--json', ...words))
  }

  function answer<S extends z.ZodType>(schema: S, run: CommandRun, code = 0): z.output<S> {
    expect(run, run.stdout).to.include({ code, stderr: '' })
    return schema.parse(JSON.parse(run.stdout))
  }

  it('makes keys, once', async () => {
    const passphrase = join(all.data, 'passphrase')
    const out = join(all.data, 'new', 'officer.keystore')
    await writeFile(passphrase, 'four random words here\n')
    const words = ['keys', 'create', '--authority', 'xa.moj', '--out', out, '--suite', 'p256']
    const env = { ROGATORY_PASSPHRASE_FILE: passphrase }
    const run = await rogatory(['--json', ...words], { from: 'sources', env })
    expect(answer(documents.keys, run)).to.include({ keystore: out, authority: 'xa.moj' })
    const keystore = await readFile(out, 'utf8')
    expect((await stat(out)).mode & 0o777).to.equal(0o600)
    expect(keystore + run.stdout)
      .to.not.include('four random')
      .and.not.match(/"d":/)

    const again = await rogatory(words, { env })
    expect(again).to.include({ code: 6, stdout: '' })
    expect(again.stderr).to.include('keystore-exists')
    expect(await readFile(out, 'utf8')).to.equal(keystore)
  })

  it('shows the directory', async () => {
    const { authorities, refused } = await json(documents.directory, 'xa', 'directory', 'list')
    expect(authorities.map(({ authority }) => authority)).to.deep.equal(['xa.moj', 'xb.pgo'])
    expect(refused).to.deep.equal([])
    const { entry, versions } = await json(documents.entry, 'xa', 'directory', 'show', 'xb.pgo')
    expect(entry).to.include({ authority: 'xb.pgo', timeZone: 'Asia/Amman' })
    expect(versions).to.have.length(1)
    const { stdout } = await as('xa', 'directory', 'show', 'xb.pgo')
    expect(stdout).to.include('مكتب المدعي العام').and.include('24/7')
  })

  it('sends a request with two documents, urgent, expiring, marked', async () => {
    const expires = new Date(Date.now() + 86_400_000).toISOString()
    const sent = await json(
      documents.sent,
      'xa',
      ...['send', '--to', 'xb.pgo', '--template', 'mla-request@2', '--form', files.form],
      ...['--attach', files.letter, '--attach', files.scan],
      ...['--urgency', 'urgent', '--expires', expires, '--tlp', 'amber'],
    )
    expect(sent.evidence).to.deep.include({ code: 'A.1', reasons: [] })
    request = sent.package
    const { waiting } = await json(documents.waiting, 'xa', 'outgoing')
    expect(waiting).to.deep.equal([])
    const { packages } = await json(documents.mailbox, 'xa', 'inbox', '--sent')
    expect(packages).to.have.length(1)
    expect(packages[0]).to.include({ package: request, urgency: 'urgent', documents: 2 })
  })

  it('lists what came, opens it once, and refuses to overwrite it', async () => {
    await arrived(await all.officer('xb'), request)
    const { stdout: box } = await as('xb', 'inbox')
    expect(box)
      .to.match(/^PACKAGE +FROM +URGENCY +SUBMITTED +STATE +WITH\n/)
      .and.include(request)
    const opened = await json(documents.opened, 'xb', 'open', request, '--out', files.received)
    expect(opened).to.deep.include({ from: 'xa.moj', officer: 'Alma Reyes', form: exampleForm })
    expect(opened.marks).to.deep.equal({ tlp: 'TLP:AMBER', classification: null })
    for (const [sent, { path, name }] of [
      [files.letter, opened.documents[0] ?? { path: '', name: '' }],
      [files.scan, opened.documents[1] ?? { path: '', name: '' }],
    ] as const) {
      expect(sent.endsWith(name)).to.equal(true)
      expect(await readFile(path)).to.deep.equal(await readFile(sent))
    }
    const again = await as('xb', 'open', request, '--out', files.received)
    expect(again.code).to.equal(2)
    expect(again.stderr).to.include('file-exists').and.include('Choose another folder')
  })

  it('takes the case, shows colleagues who has it, picks what is one’s own, and hands it back', async () => {
    const mine = async (home: string, ...words: string[]) =>
      (await json(documents.mailbox, home, 'inbox', '--mine', ...words)).packages
    expect(await mine('xb')).to.deep.equal([])
    const { packages } = await json(documents.mailbox, 'xb', 'inbox')
    const caseOfRequest = packages[0]?.case ?? ''
    const heard = new EventTarget()
    const connected = once(heard, 'connected')
    const subscription = await watchEvents(await all.officer('xb'), -1, {
      onEvent: () => undefined,
      onAssignment: ({ case: id }) => heard.dispatchEvent(new Event(id)),
      onConnection: (state) => heard.dispatchEvent(new Event(state)),
      onEnd: () => undefined,
    })
    await connected
    const told = once(heard, caseOfRequest)
    const taken = await json(documents.assigned, 'xb', 'assign', request)
    await told
    subscription.close()
    expect(taken).to.include({ already: false }).and.nested.include({ 'assigned.standing': 'held' })
    expect(await json(documents.assigned, 'xb', 'assign', taken.case)).to.include({ already: true })
    const [item] = await mine('xb')
    expect(item).to.deep.include({ package: request, assigned: taken.assigned })
    const { stdout } = await as('xb', 'case', 'list', '--mine')
    expect(stdout).to.include(taken.case).and.include(taken.assigned.name)
    expect((await as('xb', 'case', 'show', taken.case)).stdout).to.include('who has it: ')
    expect(await mine('xa', '--sent')).to.deep.equal([])
    const nobody = await as('xb', 'assign', request, '--to', 'Nobody')
    expect(nobody.code).to.equal(2)
    expect((await as('xb', 'assign', request, '--to', 'x', '--release')).code).to.equal(2)
    const released = await json(documents.assigned, 'xb', 'assign', request, '--release')
    expect(released.assigned).to.include({ standing: 'released', officer: null })
    expect((await as('xb', 'inbox')).stdout).to.include('nobody, handed back')
    expect(await mine('xb')).to.deep.equal([])
  })

  it('acknowledges once, and says so the second time', async () => {
    const first = await json(documents.acknowledged, 'xb', 'acknowledge', request)
    expect(first).to.deep.include({ already: false, documents: { verified: 2, unopened: 0 } })
    const second = await json(documents.acknowledged, 'xb', 'acknowledge', request)
    expect(second).to.deep.equal({ ...first, already: true })
  })

  it('tells the sender what became of it, and checks the receipt against its own copy', async () => {
    const status = await json(documents.status, 'xa', 'status', request)
    expect(status.states).to.deep.equal({ 'xb.pgo': 'accepted' })
    expect(status.evidence.map(({ code }) => code)).to.include.members(['A.1', 'D.1', 'C.3'])
    expect(status.receipts).to.have.length(1)
    expect(status.receipts[0]).to.deep.include({ outcome: 'accepted', disagreements: [] })
    const { stdout } = await as('xa', 'status', request)
    expect(stdout).to.include('✓ it is for exactly what we sent')
  })

  it('replies in the case, and the sender rejects the consignment with a reason', async () => {
    const reply = await json(
      documents.sent,
      'xb',
      ...['send', '--to', 'xa.moj', '--template', 'registration@1', '--form', files.reply],
      ...['--in-reply-to', request],
    )
    const twice = await as(
      'xb',
      ...['send', '--to', 'xa.moj', '--template', 'registration@1', '--form', files.reply],
      ...['--in-reply-to', request],
    )
    expect(twice.code).to.equal(3)
    expect(twice.stderr).to.include('registration may not be sent while the request is registered')
    const until = async (): Promise<CommandRun> => {
      const run = await as('xa', 'acknowledge', reply.package, '--reject', 'sent to the wrong desk')
      return run.stderr.includes('package-unknown') ? until() : run
    }
    const run = await until()
    expect(run.code, run.stderr).to.equal(0)
    expect(run.stdout)
      .to.match(/^rejected /)
      .and.include('C.4')
    const status = await json(documents.status, 'xb', 'status', reply.package)
    expect(status.receipts[0]).to.include({ outcome: 'rejected' })
  })

  it('watches: what was comes first, one JSON document a line', async () => {
    const run = await as('xb', '--json', 'watch', '--count', '2')
    expect(run).to.include({ code: 0, stderr: '' })
    const events = run.stdout.trimEnd().split('\n')
    const parsed = events.map((line) => documents.event.parse(JSON.parse(line)))
    expect(parsed.map(({ package: id }) => id)).to.deep.equal([request, request])
  })

  it('exports the proof and verifies it with documents', async () => {
    const words = ['proof', request, '--out', files.bundle, '--disclose-manifest']
    expect(await json(documents.proof, 'xa', ...words)).to.include({ verdict: 'proved' })
    const court = ['--json', 'verify', files.bundle, '--trust', files.trust]
    const attach = ['--document', files.letter, '--document', files.scan]
    const run = await rogatory([...court, ...attach], { cwd: all.data })
    const { verdict, facts } = answer(documents.verdict, run)
    expect(verdict).to.equal('proved')
    expect(facts.filter(({ fact }) => fact === 'document-matches')).to.have.length(2)

    const discreet = join(all.data, 'discreet.rogatory-proof')
    expect(await as('xb', 'proof', request, '--out', discreet)).to.include({ code: 0 })
    const less = await rogatory([...court.with(2, discreet), ...attach], { cwd: all.data })
    expect(answer(documents.verdict, less, 7).verdict).to.equal('incomplete')

    const both = await rogatory([...court, '--against', discreet], { cwd: all.data })
    const { outcome, findings } = answer(documents.comparison, both, 7)
    expect(outcome, JSON.stringify(findings)).to.equal('differ')
    const shown = findings.filter(({ standing }) => standing === 'both')
    expect(shown.map(({ finding }) => finding)).to.include.members(['evidence-agrees', 'fact'])
    const told = await rogatory([...court.slice(1), '--against', discreet], { cwd: all.data })
    expect(told.stdout)
      .to.match(/^= both +evidence-agrees/m)
      .and.match(/^< first only/m)
  })

  it('says which fact fails when a byte of the bundle or of a document is changed', async () => {
    const changed = join(all.data, 'changed')
    const letter = await readFile(files.letter)
    letter[letter.length >> 1] = 0x7e
    await writeFile(changed, letter)
    const verify = ['verify', '--trust', files.trust]
    const words = [...verify, files.bundle, '--document', changed]
    const other = await rogatory(words, { from: 'dist' })
    expect(other.code).to.equal(4)
    expect(other.stdout).to.match(/✗ CONTRADICTED document-matches/)

    const text = await readFile(files.bundle, 'utf8')
    const bundle = JSON.parse(text) as { receipts: string[] }
    const [receipt = ''] = bundle.receipts
    const at = receipt.length >> 1
    const bad = receipt.slice(0, at) + (receipt[at] === 'A' ? 'B' : 'A') + receipt.slice(at + 1)
    await writeFile(changed, text.replace(receipt, bad))
    const forged = await rogatory([...verify, changed])
    expect(forged.code).to.equal(4)
    expect(forged.stdout).to.include('Do not rely on this bundle')
  })
})
