import { expect } from 'chai'
import { loadCase } from '#client/core/cases/load-case.js'
import { requireLegalAct } from '#client/core/cases/require-legal-act.js'
import { dutyDesk } from '#client/core/duty/duty-desk.js'
import { RelayProblem } from '#client/core/relay-problem.js'
import type { Session } from '#client/core/session/session.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { CaseId } from '#crypto/fields/fields.js'
import type { PackagePage } from '#server/contract/wire.js'
import { type Constellation, constellation } from '#test/support/client/constellation.js'
import { codeOf } from '#test/support/code-of.js'
import { after, NOW } from '#test/support/world/moments.js'

type Query = { box: string; case?: string; waiting?: string; after?: string; limit: number }

describe('what is found however much came since', () => {
  let net: Constellation
  let id: CaseId
  let asked: Query[]
  beforeEach(async () => {
    net = await constellation()
    id = CaseId.parse(uuidV7(NOW))
    asked = []
  })

  /** Sees what is asked of the mailboxes, and answers it in its own way. */
  const through = (
    session: Session,
    answer: (query: Query, ask: (query: Query) => Promise<PackagePage>) => Promise<PackagePage>,
  ): Session => ({
    ...session,
    relay: {
      ...session.relay,
      call: ((name: string, input: { query: Query }) => {
        const ask = (query: Query) =>
          session.relay.call(name as never, { ...input, query } as never) as Promise<PackagePage>
        if (name !== 'listPackages') return ask(input.query)
        asked.push(input.query)
        return answer(input.query, ask)
      }) as never,
    },
  })
  const asIs = (session: Session) => through(session, (query, ask) => ask({ ...query, limit: 1 }))
  /** As a relay of an earlier version: members that it does not know it refuses. */
  const older = (session: Session) =>
    through(session, async ({ case: ofCase, waiting, ...query }, ask) => {
      if (ofCase === undefined && waiting === undefined) return ask({ ...query, limit: 1 })
      throw new RelayProblem({
        type: 'urn:rogatory:problem:malformed-request',
        title: 'Malformed',
        status: 400,
        code: 'malformed-request',
      })
    })
  const sent = (seconds: number, changes: Parameters<typeof net.sent>[0]) => {
    net.relay.setClock(after(NOW, seconds))
    return net.sent({ documents: [], ...changes })
  }

  it('a case is asked for by its id, and read to its end', async () => {
    await sent(1, { case: id })
    for (const seconds of [2, 3]) await sent(seconds, {})
    await sent(4, { case: id })
    const { packages } = await loadCase(asIs(net.ana), id)
    expect(packages.size).to.equal(2)
    expect(asked.every((query) => query.case === id)).to.equal(true)
    // The last page is empty: each of the two before was as full as it could be.
    expect(asked.filter(({ box }) => box === 'sent')).to.have.length(3)
  })

  it('a case is found in the whole mailbox where the relay knows no better', async () => {
    await sent(1, { case: id })
    for (const seconds of [2, 3]) await sent(seconds, {})
    const { packages } = await loadCase(older(net.ana), id)
    expect(packages.size).to.equal(1)
    expect(await codeOf(() => loadCase(older(net.ana), CaseId.parse(uuidV7(NOW))))).to.equal(
      'case-unknown',
    )
  })

  it('of a case without end nothing is said, and nothing sent in it', async () => {
    await sent(1, { case: id })
    const endless = through(net.ana, async ({ box, limit }, ask) => {
      const { packages } = await ask({ box, limit, case: id })
      const row = packages[0]
      const next = `${asked.length}`
      return row === undefined
        ? { packages, next: null }
        : { packages: Array.from({ length: 200 }, () => row), next }
    })
    expect(await codeOf(() => loadCase(endless, id))).to.equal('case-too-long')
    const { to, template, form } = net.draftOf()
    const draft = { case: id, to, template, form }
    expect(await codeOf(() => requireLegalAct(endless, draft))).to.equal('case-too-long')
  })

  it('an emergency nobody has acknowledged stays on the duty desk', async () => {
    const emergency = await sent(1, { urgency: 'emergency' })
    for (const seconds of [2, 3]) await sent(seconds, {})
    for (const session of [asIs(net.berta), older(net.berta)]) {
      expect((await dutyDesk(session)).map((row) => row.package)).to.deep.equal([emergency])
    }
    expect(asked.map(({ waiting }) => waiting)).to.deep.equal([
      ...['urgent', 'urgent', 'urgent', undefined, undefined, undefined, undefined],
    ])
  })
})
