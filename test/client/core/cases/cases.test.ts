import { expect } from 'chai'
import { acknowledgePackage } from '#client/core/packages/acknowledge-package.js'
import { caseClocks } from '#client/core/cases/case-clocks.js'
import { composePackage, type Draft } from '#client/core/packages/compose-package.js'
import { deliverPackage } from '#client/core/packages/deliver-package.js'
import { listCases } from '#client/core/cases/list-cases.js'
import { loadCase } from '#client/core/cases/load-case.js'
import { packageStanding } from '#client/core/packages/package-standing.js'
import { planAnswer } from '#client/core/cases/plan-answer.js'
import { readPackage } from '#client/core/packages/open-package.js'
import { requireLegalAct } from '#client/core/cases/require-legal-act.js'
import { sealDraft } from '#client/core/packages/seal-draft.js'
import type { Session } from '#client/core/session/session.js'
import { watchClocks } from '#client/core/cases/watch-clocks.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { CaseId, type PackageId } from '#crypto/fields/fields.js'
import { ACT_FORMS } from '#test/support/case/act-forms.js'
import { type Constellation, constellation } from '#test/support/client/constellation.js'
import { codeOf } from '#test/support/code-of.js'
import { NOW } from '#test/support/world/moments.js'

const { results } = ACT_FORMS['execution'] ?? {}

/** Whole cases between two authorities, each reading only what its own relay session shows it. */
describe('a case between two authorities', () => {
  let net: Constellation
  let request: PackageId
  let id: CaseId
  beforeEach(async () => {
    net = await constellation()
    id = CaseId.parse(uuidV7(NOW))
    request = await net.sent({ case: id, documents: [] })
  })

  async function says(session: Session, about: PackageId, template: string): Promise<PackageId> {
    const form = ACT_FORMS[template] ?? {}
    const said = { template: { id: template, version: 1 }, form, documents: [] }
    const draft = await planAnswer(session, about, said)
    const { approve } = net.draftOf()
    const isAna = session.officer.authority === net.relay.xa.id
    const sent = await composePackage(session, { ...draft, ...(isAna && approve && { approve }) })
    await deliverPackage(session, sent)
    await net.relay.consign({ header: await net.headerOf(sent) })
    await net.sequence()
    return sent
  }
  async function acknowledges(rejection?: string): Promise<void> {
    await acknowledgePackage(net.berta, request, rejection)
    await net.sequence()
  }
  /** Sent by a client that does not ask whether it may. */
  async function forcing(session: Session, draft: Draft): Promise<PackageId> {
    const sealed = await sealDraft(
      session,
      draft,
      undefined,
      async ({ header, envelope, ...it }) => {
        const { statement: credential } = session.officer.credential
        const submission = JSON.stringify({ header, envelope, credential, approvals: [] })
        await session.platform.outgoing.keepSubmission(it.package, submission)
      },
    )
    await deliverPackage(session, sealed.package)
    await net.relay.consign({ header: sealed.digest })
    return sealed.package
  }
  const execution = async (): Promise<Draft> => ({
    to: [net.relay.xa.id],
    template: { id: 'execution', version: 1 },
    form: { results: results ?? [] },
    documents: [],
    case: id,
    inReplyTo: { package: request, header: await net.headerOf(request) },
  })
  const refusal = (...given: Parameters<typeof says>) => codeOf(() => says(...given))

  /** How each side sees it, which must be the same. */
  async function states(): Promise<readonly string[]> {
    await net.sequence()
    const [ours, theirs] = await Promise.all([loadCase(net.ana, id), loadCase(net.berta, id)])
    expect(ours.view).to.deep.equal(theirs.view)
    expect(ours.register).to.deep.equal(theirs.register)
    const [thread] = ours.view.requests[0]?.threads ?? []
    return thread?.timeline.flatMap(({ state }) => state ?? []) ?? []
  }

  it('goes to execution and closure', async () => {
    await acknowledges()
    await says(net.berta, request, 'registration')
    const question = await says(net.berta, request, 'supplement-request')
    await says(net.ana, question, 'supplement')
    await says(net.berta, request, 'review-start')
    await says(net.berta, request, 'acceptance')
    await says(net.berta, request, 'partial-execution')
    const done = await says(net.berta, request, 'execution')
    await says(net.ana, done, 'closure')
    expect(await states()).to.deep.equal([
      ...['submitted', 'acknowledged', 'registered', 'supplement-requested', 'supplemented'],
      ...['under-review', 'accepted', 'in-execution', 'partially-executed', 'executed', 'closed'],
    ])
    const [listed] = await listCases(net.ana, 10)
    expect(listed?.requests[0]?.threads[0]).to.include({ state: 'closed', final: true })
    expect(await refusal(net.ana, request, 'withdrawal')).to.equal('act-illegal')
  })

  it('ends by refusal, by withdrawal, by a rejected consignment', async () => {
    await acknowledges()
    await says(net.berta, request, 'refusal')
    expect((await states()).at(-1)).to.equal('refused')

    id = CaseId.parse(uuidV7(NOW))
    request = await net.sent({ case: id, documents: [] })
    await says(net.ana, request, 'withdrawal')
    expect((await states()).at(-1)).to.equal('withdrawn')

    id = CaseId.parse(uuidV7(NOW))
    request = await net.sent({ case: id, documents: [] })
    await acknowledges('not for us')
    const { view } = await loadCase(net.ana, id)
    expect(view.requests[0]?.threads[0]).to.include({ state: 'rejected', final: true })
    // The relay does not hand out what was rejected.
    expect((await loadCase(net.berta, id)).view.requests).to.deep.equal([])
  })

  it('is postponed, resumed, and agreed to with conditions', async () => {
    await acknowledges()
    await says(net.berta, request, 'postponement')
    await says(net.berta, request, 'resumption')
    const conditions = await says(net.berta, request, 'conditional-acceptance')
    await says(net.ana, conditions, 'conditions-agreed')
    const { register, ...loaded } = await loadCase(net.ana, id)
    expect(register.entries).to.have.length(1)
    expect(register.entries[0]).to.include({ state: 'in-force', id: `${conditions}#1` })
    const due = (await caseClocks(net.ana, { register, ...loaded })).map(({ kind }) => kind)
    expect(due).to.include('obligation-1')
    expect((await states()).slice(2)).to.deep.equal([
      ...['postponed', 'resumed', 'accepted-with-conditions', 'conditions-agreed', 'in-execution'],
    ])
  })

  it('has its clocks watched by a relay that learns moments and nothing else', async () => {
    await acknowledges()
    const see = async (ask: boolean) => {
      const loaded = await loadCase(net.ana, id)
      return watchClocks(net.ana, loaded, await caseClocks(net.ana, loaded), ask)
    }
    const watched = async (ask: boolean) =>
      (await see(ask)).map(({ kind, state, rings }) => `${kind} ${state} ${rings?.length ?? '-'}`)
    expect(await watched(false)).to.deep.equal(['acknowledgement ended -', 'decision running -'])
    expect(await watched(true)).to.deep.equal(['acknowledgement ended -', 'decision running 0'])
    expect(await watched(true)).to.deep.equal(['acknowledgement ended -', 'decision running 0'])
    const kept = await net.relay.clocks.list(net.relay.xa.id, {}, undefined, 9)
    expect(kept.map(({ revision }) => revision)).to.deep.equal([1])
    expect(JSON.stringify(kept)).not.to.match(/decision|mla-request/)

    const [clock] = kept
    if (clock === undefined) throw new TypeError('there is one')
    const { due } = clock
    await says(net.berta, request, 'postponement')
    expect((await watched(true))[1]).to.equal('decision suspended 0')
    await says(net.berta, request, 'resumption')
    await says(net.berta, request, 'acceptance')
    expect(await watched(true)).to.deep.equal([
      ...['acknowledgement ended -', 'decision ended 0', 'execution running 0'],
    ])
    net.relay.setClock(due)
    await net.relay.ringClock(clock)
    expect((await watched(false))[1], 'an ended clock tells nothing').to.equal('decision ended 0')
  })

  it('has a clock watched again that had ended and runs once more', async () => {
    await acknowledges()
    const watched = async () => {
      const loaded = await loadCase(net.ana, id)
      await watchClocks(net.ana, loaded, await caseClocks(net.ana, loaded), true)
      const kept = await net.relay.clocks.list(net.relay.xa.id, { case: id }, undefined, 9)
      return kept.map(({ state }) => state).toSorted()
    }
    await says(net.berta, request, 'supplement-request')
    expect(await watched()).to.deep.equal(['running'])
    await says(net.ana, request, 'supplement')
    expect(await watched()).to.deep.equal(['running', 'suspended'])
    await says(net.berta, request, 'supplement-request')
    expect(await watched()).to.deep.equal(['running', 'suspended'])
  })

  it('refuses an illegal act before anything is sealed', async () => {
    expect(await refusal(net.berta, request, 'acceptance')).to.equal('act-illegal')
    expect(await refusal(net.ana, request, 'acceptance')).to.equal('act-illegal')
    expect(await refusal(net.ana, request, 'invention')).to.equal('act-illegal')
    expect(await net.berta.platform.outgoing.waiting()).to.deep.equal([])
    expect(await codeOf(() => loadCase(net.ana, CaseId.parse(uuidV7(NOW))))).to.equal(
      'case-unknown',
    )
  })

  it('lists an illegal act that another client sent all the same', async () => {
    const forced = await forcing(net.berta, await execution())
    expect(await states()).to.deep.equal(['submitted'])
    const { view } = await loadCase(net.ana, id)
    expect(view.illegal).to.have.length(1)
    expect(view.illegal[0]).to.include({
      package: forced,
      code: 'not-acknowledged',
      state: 'submitted',
    })
    const standing = await packageStanding(net.ana, await readPackage(net.ana, forced))
    expect(standing).to.deep.equal({ counts: false, illegal: view.illegal[0] })
    const asked = await packageStanding(net.berta, await readPackage(net.berta, request))
    expect(asked).to.deep.equal({ counts: true })
  })

  it('seals no package that the case does not allow, whoever composes it', async () => {
    const draft = await execution()
    expect(await codeOf(() => composePackage(net.berta, draft))).to.equal('act-illegal')
    await acknowledges()
    await says(net.berta, request, 'execution')
    expect(await codeOf(() => composePackage(net.berta, draft)), 'once only').to.equal(
      'act-illegal',
    )
    const { inReplyTo, ...about } = draft
    expect(await codeOf(() => composePackage(net.berta, about)), 'about nothing').to.equal(
      'act-illegal',
    )
    const { to, template, form, documents } = draft
    const nowhere = { to, template, form, documents, ...(inReplyTo && { inReplyTo }) }
    expect(await codeOf(() => composePackage(net.berta, nowhere))).to.equal('act-illegal')
    const forged = { ...draft, inReplyTo: { package: request, header: 'f'.repeat(64) } }
    expect(await codeOf(() => composePackage(net.berta, forged))).to.equal('act-illegal')
    expect(await net.berta.platform.outgoing.waiting()).to.deep.equal([])
    expect(inReplyTo?.package).to.equal(request)
  })

  it('lets a package that was sent already be sent again, for a retry after a crash', async () => {
    await acknowledges()
    const draft = await execution()
    const sent = await says(net.berta, request, 'execution')
    await requireLegalAct(net.berta, draft, sent)
    expect(await codeOf(() => requireLegalAct(net.berta, draft))).to.equal('act-illegal')
  })

  it('says that the standing of a package cannot be told where the case cannot be read', async () => {
    const read = await readPackage(net.ana, request)
    const other = { ...read, manifest: { ...read.manifest, case: CaseId.parse(uuidV7(NOW)) } }
    expect(await packageStanding(net.ana, other)).to.include({ counts: null })
  })
})
