import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { composePackage, type Draft } from '#client/core/packages/compose-package.js'
import { deliverPackage } from '#client/core/packages/deliver-package.js'
import { RelayProblem } from '#client/core/relay-problem.js'
import type { Session } from '#client/core/session/session.js'
import { watchEvents } from '#client/core/session/watch-events.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { AuthorityId, PackageId } from '#crypto/fields/fields.js'
import { signApproval } from '#crypto/package/sign-statements.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { arrived } from '#test/support/constellation/arrived.js'
import { rogatory } from '#test/support/constellation/command.js'
import { type Constellation, constellation } from '#test/support/constellation/constellation.js'

type Json = Record<string, unknown>

/** Two officers with a keystore each write, approve, send and find again, as they would type it. */
describe('drafts, four eyes, search and statistics on the command line', function () {
  this.timeout(300_000)
  let all: Constellation
  let desk: string
  const file = (name: string) => join(desk, name)

  before(async () => {
    all = await constellation()
    desk = await mkdtemp(join(tmpdir(), 'rogatory-desk-'))
    await writeFile(
      file('form.json'),
      JSON.stringify({ purpose: 'Service', person: 'Œuvre Ёлкин' }),
    )
    await writeFile(file('other.json'), JSON.stringify({ purpose: 'Service', place: 'القاهرة' }))
    await writeFile(file('summons.pdf'), `%PDF-1.7\n${'summons '.repeat(10_000)}`)
  })
  after(async () => {
    await rm(desk, { recursive: true, force: true })
    await all.close()
  })
  const run = (home: string, ...words: string[]) =>
    rogatory(['--json', '--home', all.home(home), ...words])
  async function done(home: string, ...words: string[]): Promise<Json> {
    const { code, stdout, stderr } = await run(home, ...words)
    expect(code, stdout + stderr).to.equal(0)
    return JSON.parse(stdout) as Json
  }
  async function refused(code: string, exit: number, home: string, ...words: string[]) {
    const ran = await run(home, ...words)
    expect(ran.stdout).to.include(`"code":"${code}"`)
    expect(ran.code, ran.stdout).to.equal(exit)
  }
  const content = () => [
    '--to',
    'xb.pgo',
    '--template',
    'mla-request@1',
    '--form',
    file('form.json'),
  ]
  const withKeys = () => [
    ...['--authority-keys', join(all.data, 'xa.moj')],
    ...['--authority-passphrase-file', join(all.data, 'xa.moj', 'passphrase')],
  ]

  it('a draft is written by one, changed by the other, who is told of it live', async () => {
    const told: unknown[] = []
    const heard = new EventTarget()
    const connected = once(heard, 'connected')
    const subscription = await watchEvents(await all.officer('xa-legal'), -1, {
      onEvent: () => undefined,
      onDraft: (notice) => {
        told.push(notice.change)
        heard.dispatchEvent(new Event('draft'))
      },
      onConnection: (state) => heard.dispatchEvent(new Event(state)),
      onEnd: (error) => told.push(error),
    })
    await connected
    const first = once(heard, 'draft')
    const { draft } = (await done('xa', 'draft', 'new', ...content(), '--title', 'Ёлкин')) as {
      draft: string
    }
    await first
    subscription.close()
    expect(told).to.deep.equal(['kept'])

    await done('xa-legal', 'draft', 'edit', draft, '--urgency', 'urgent')
    const late = await run(
      ...(['xa', 'draft', 'edit', draft, '--form', file('other.json')] as const),
      ...['--based-on', '1'],
    )
    expect(late.code).to.equal(3)
    expect(JSON.parse(late.stdout)).to.deep.include({ outcome: 'aside', version: 3, head: 2 })
    await done('xa', 'draft', 'edit', draft, '--resolve', 'merge')
    const shown = (await done('xa-legal', 'draft', 'show', draft)) as { content: Json }
    expect(shown).to.deep.include({ version: 4, asides: [] })
    expect(shown.content).to.deep.include({
      urgency: 'urgent',
      form: { purpose: 'Service', place: 'القاهرة' },
    })
    await done('xa', 'draft', 'show', draft, '--version', '1', '--out', file('first.json'))
    expect(JSON.parse(await readFile(file('first.json'), 'utf8'))).to.have.property('person')
    const { drafts } = (await done('xa', 'draft', 'list')) as { drafts: Json[] }
    expect(drafts.map(({ title, state }) => [title, state])).to.deep.equal([['Ёлкин', 'written']])
    await done('xa-legal', 'draft', 'discard', draft)
  })

  it('four eyes: nothing leaves before another officer has approved exactly it', async () => {
    await done('xa', 'officer', 'policy', '--approvals', '1', ...withKeys())
    const attach = ['--attach', file('summons.pdf')]
    await refused('approvals-needed', 3, 'xa', 'send', ...content())
    const prepared = await done('xa', 'send', ...content(), ...attach, '--draft')
    const draft = String(prepared['draft'])
    expect(prepared).to.include({ needed: 1 })
    await refused('approvals-needed', 3, 'xa', 'send', draft)
    await refused('approval-refused', 3, 'xa', 'approve', draft, '--yes')
    // Nobody is there to say yes: it is shown, and nothing is signed.
    const seen = await run('xa-legal', 'approve', draft)
    expect(seen.code).to.equal(2)
    for (const word of ['xb.pgo', 'Ёлкин', 'summons.pdf', String(prepared['header'])]) {
      expect(seen.stderr).to.include(word)
    }
    // Changed after it was approved, it is approved by nobody.
    await done('xa-legal', 'approve', draft, '--header', String(prepared['header']))
    const note = 'Urgent, since the hearing was moved.'
    const other = ['--header', '0'.repeat(64)]
    await refused('draft-changed', 3, 'xa-legal', 'draft', 'return', draft, ...other)
    await done('xa-legal', 'draft', 'return', draft, '--note', note)
    await refused('draft-unprepared', 7, 'xa-legal', 'draft', 'return', draft)
    const shown = await done('xa', 'draft', 'show', draft)
    expect(shown).to.include({ act: 'returned', by: 'Tomas Lind', note })
    const { drafts } = (await done('xa', 'draft', 'list')) as { drafts: Json[] }
    expect(drafts.map(({ state }) => state)).to.include('returned')
    await done('xa', 'draft', 'edit', draft, '--urgency', 'urgent')
    await refused('draft-unprepared', 7, 'xa', 'send', draft)
    const again = await done('xa', 'send', draft, '--draft', ...attach)
    await refused(
      'draft-changed',
      3,
      'xa-legal',
      'approve',
      draft,
      '--header',
      String(prepared['header']),
    )
    const document = ['--document', file('summons.pdf')]
    expect(await done('xa-legal', 'approve', draft, '--yes', ...document)).to.include({ valid: 1 })

    const sent = (await done('xa-legal', 'send', draft)) as { package: string; evidence: Json }
    expect(sent.package).to.equal(again['package'])
    expect(sent.evidence).to.include({ code: 'A.1' })
    await refused('draft-unknown', 2, 'xa', 'send', draft)
    await arrived(await all.officer('xb'), sent.package)
    await done('xb', 'open', sent.package, '--out', file('opened'))
    await done('xb', 'acknowledge', sent.package)
    const bundle = file('case.rogatory-proof')
    await done('xa', 'proof', sent.package, '--out', bundle)
    const verified = await run('xa', 'verify', bundle)
    expect(verified.stdout).to.include('"approvals-given"')
    expect(verified.stdout).to.include('Tomas Lind')
  })

  it('the relay itself refuses what is no second pair of eyes, whatever a client sends', async () => {
    const [xa, legal] = [await all.officer('xa'), await all.officer('xa-legal')]
    const approvalBy =
      ({ officer }: Session, change: (digest: string) => string = (digest) => digest) =>
      async (header: string) => {
        const { payload } = await readStatement(header)
        const approval = await signApproval(
          {
            package: PackageId.parse((payload as { package?: unknown }).package),
            header: change(await digestOf(header)),
            authority: officer.authority,
            declared: new Date().toISOString(),
          },
          officer.signingKey,
        )
        return [{ approval, credential: officer.credential.statement }]
      }
    async function outcome(approve: NonNullable<Draft['approve']>): Promise<string> {
      const template = { id: 'mla-request', version: 1 }
      const to = [AuthorityId.parse('xb.pgo')]
      const id = await composePackage(xa, { to, template, form: {}, documents: [], approve })
      const answer = await deliverPackage(xa, id).catch((error: unknown) => error as RelayProblem)
      await xa.platform.outgoing.remove(id)
      return answer instanceof RelayProblem ? answer.code : answer.payload.code
    }
    expect(await outcome(() => Promise.resolve([]))).to.equal('A.2')
    expect(await outcome(approvalBy(xa))).to.equal('statement-invalid')
    expect(await outcome(approvalBy(legal, () => '0'.repeat(64)))).to.equal('statement-invalid')
    const twice = async (header: string) => [
      ...(await approvalBy(legal)(header)),
      ...(await approvalBy(legal)(header)),
    ]
    expect(await outcome(twice)).to.equal('statement-invalid')
    expect(await outcome(approvalBy(legal))).to.equal('A.1')
    await done('xa', 'officer', 'remove', 'Tomas Lind', ...withKeys())
    expect(await outcome(approvalBy(legal))).to.equal('credential-revoked')
  })

  it('finds what was sent and received by whatever word, on the client alone', async () => {
    const found = async (home: string, ...words: string[]) =>
      ((await done(home, 'search', ...words)) as { found: Json[] }).found.length
    expect(await found('xb', 'елкин')).to.equal(1)
    expect(await found('xa', 'summons.pdf')).to.equal(1)
    expect(await found('xa', 'елкин', 'nothing')).to.equal(0)
    const index = await readFile(join(all.home('xb'), 'search', '00000.sealed'), 'utf8')
    expect(index).to.not.include('лкин')
  })

  it('counts what was asked and answered', async () => {
    const { found } = (await done('xb', 'search', 'summons.pdf')) as {
      found: { package: string }[]
    }
    const id = found[0]?.package ?? ''
    await writeFile(
      file('answer.json'),
      JSON.stringify({ registrationNumber: 'PGO-17/2026', date: '2026-11-28' }),
    )
    const answer = await done(
      ...(['xb', 'send', '--to', 'xa.moj', '--template', 'registration@1'] as const),
      ...['--form', file('answer.json'), '--in-reply-to', id, '--despite', 'required:officer'],
    )
    await arrived(await all.officer('xa'), String(answer['package']))
    const { rows, reciprocity } = (await done('xa', 'statistics')) as {
      rows: Json[]
      reciprocity: Json[]
    }
    expect(reciprocity).to.deep.equal([
      { counterpart: 'xb.pgo', asked: 2, theyAnswered: 1, wereAsked: 0, weAnswered: 0 },
    ])
    expect(rows).to.have.length(1)
    expect(rows[0]).to.deep.include({ direction: 'asked', template: 'mla-request', open: 2 })
    expect((rows[0]?.['received'] as Json)['count']).to.equal(1)
    expect((await done('xa', 'statistics', '--to', '2020-01-01'))['rows']).to.deep.equal([])
    const csv = await rogatory(['--home', all.home('xb'), 'statistics', '--csv'])
    expect(csv.stdout).to.match(/^direction,counterpart,template/)
    expect(csv.stdout).to.include('were asked,xa.moj,mla-request,2')
    expect(await done('xa', 'search', 'pgo-17/2026')).to.have.nested.property(
      'found[0].template',
      'registration@1',
    )
  })
})
