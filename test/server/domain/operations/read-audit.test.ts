import { expect } from 'chai'
import { signInquiry } from '#crypto/directory/inquiry.js'
import { signSuspension } from '#crypto/directory/sign-suspension.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { endpoints } from '#server/contract/endpoints.js'
import { readAudit } from '#server/domain/operations/read-audit.js'
import { codeOf } from '#test/support/code-of.js'
import { type FakeRelay, fakeRelay } from '#test/support/fake-relay.js'
import { after, NOW } from '#test/support/world/moments.js'

describe('the audit of what was stated', () => {
  let relay: FakeRelay
  beforeEach(async () => {
    relay = await fakeRelay()
  })
  const inquire = async (key = relay.operatorKey, id = relay.identity.id) =>
    signInquiry({ relay: id, declared: relay.clock.now().toISOString() }, key)
  const ask = async (query: object = {}, inquiry?: string) =>
    readAudit(relay)(
      endpoints.readAudit.body.parse({ ...query, inquiry: inquiry ?? (await inquire()) }),
    )
  const codes = ({ statements }: Awaited<ReturnType<typeof ask>>) =>
    Promise.all(
      statements.map(async ({ evidence }) => {
        const { payload } = await readStatement(evidence.statement)
        return (payload as { readonly code: string }).code
      }),
    )
  async function suspend(seconds: number, standing: 'lifted' | 'suspended' = 'suspended') {
    relay.setClock(after(NOW, seconds))
    const declared = relay.clock.now().toISOString()
    const said = { authority: relay.xb.id, standing, since: declared, declared, reason: 'Fees.' }
    await relay.publishSuspension({
      suspension: await signSuspension(said, relay.operatorKey),
    })
  }

  it('goes from the newest to the oldest, page by page, each once and with its evidence', async () => {
    await suspend(60)
    await suspend(120, 'lifted')
    const seen: string[] = []
    let next: string | undefined
    let pages = 0
    do {
      const page = await ask({ limit: 3, ...(next === undefined ? {} : { after: next }) })
      endpoints.readAudit.reply.parse(page)
      for (const { statement } of page.statements) seen.push(statement)
      next = page.next ?? undefined
      pages++
    } while (next !== undefined)
    expect(pages).to.equal(4)
    const all = await ask({ limit: 100 })
    expect(all.next).to.equal(null)
    expect(seen).to.deep.equal(all.statements.map(({ statement }) => statement))
    expect(new Set(seen)).to.have.property('size', 9)
    const [newest, before] = await codes(all)
    expect([newest, before]).to.deep.equal(['X.4', 'X.4'])
    expect((await codes(all)).toSorted()).to.deep.equal([
      ...['X.1', 'X.1', 'X.1', 'X.1', 'X.2', 'X.2', 'X.2', 'X.4', 'X.4'],
    ])
  })

  it('shows only what fits authority, code and time', async () => {
    await suspend(60)
    await suspend(120, 'lifted')
    const { xb } = relay
    expect(await codes(await ask({ authority: xb.id }))).to.include.members(['X.1', 'X.4'])
    expect(await codes(await ask({ authority: xb.id, code: 'X.1' }))).to.deep.equal(['X.1'])
    expect(await codes(await ask({ authority: xb.id, code: 'X.5' }))).to.deep.equal([])
    const at = (seconds: number) => after(NOW, seconds).toISOString()
    expect(await codes(await ask({ since: at(60) }))).to.have.length(2)
    expect(await codes(await ask({ since: at(61) }))).to.have.length(1)
    expect(await codes(await ask({ since: at(60), until: at(120) }))).to.have.length(1)
    expect(await codes(await ask({ since: at(121) }))).to.deep.equal([])
  })

  it('states what a crash has left without evidence, once', async () => {
    relay.state.acceptances.length = 0
    const first = await ask()
    const again = await ask()
    expect(first).to.deep.equal(again)
    expect(relay.state.acceptances).to.have.length(first.statements.length)
  })

  it('ends a page of long statements early, after the first at least, and goes on behind it', async () => {
    const long = 'x'.repeat(1_500_000)
    const directory: typeof relay.directory = {
      ...relay.directory,
      newest: async (...asked) => {
        const found = await relay.directory.newest(...asked)
        return found.map((one) => ({ ...one, statement: long }))
      },
    }
    const body = { inquiry: await inquire(), limit: 50 }
    const { statements, next } = await readAudit({ ...relay, directory })(body)
    expect(statements).to.have.length(1)
    const rest = await ask({ ...(next === null ? {} : { after: next }) })
    expect(rest.statements).to.have.length(6)
  })

  it('is shown to nobody but the operator, now, and of this relay', async () => {
    const stranger = await inquire(await generateSigningKey('p256'))
    const officer = await inquire(relay.drafter.key)
    const own = await inquire(relay.identity.evidenceKey)
    for (const inquiry of [stranger, officer, own]) {
      expect(await codeOf(ask({}, inquiry))).to.equal('statement-invalid')
    }
    const other = await inquire(relay.operatorKey, relay.xb.id)
    expect(await codeOf(ask({}, other))).to.equal('not-permitted')
    const old = await inquire()
    relay.setClock(after(NOW, 7200))
    expect(await codeOf(ask({}, old))).to.equal('clock-skewed')
  })

  it('takes no cursor but its own', async () => {
    for (const cursor of ['x', '1_x', `_${'0'.repeat(64)}`, `1_${'0'.repeat(64)}_0`]) {
      expect(await codeOf(ask({ after: cursor })), cursor).to.equal('malformed-request')
    }
    expect((await ask({ after: `1_${'0'.repeat(64)}` })).statements).to.deep.equal([])
  })
})
