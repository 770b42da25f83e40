import { expect } from 'chai'
import { acknowledgePackage } from '#client/core/packages/acknowledge-package.js'
import { caseClocks } from '#client/core/cases/case-clocks.js'
import { exportProof } from '#client/core/proof/export-proof.js'
import { forwardDraft } from '#client/core/forwarding/forward-draft.js'
import { receivedForward } from '#client/core/forwarding/received-forward.js'
import { loadCase } from '#client/core/cases/load-case.js'
import { readPackage } from '#client/core/packages/open-package.js'
import { packageStanding } from '#client/core/packages/package-standing.js'
import { type Answer, planAnswer } from '#client/core/cases/plan-answer.js'
import type { Session } from '#client/core/session/session.js'
import { watchClocks } from '#client/core/cases/watch-clocks.js'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import type { PackageId } from '#crypto/fields/fields.js'
import type { Constellation } from '#test/support/client/constellation.js'
import { memoryDocument } from '#test/support/client/memory-platform.js'
import { threeAuthorities } from '#test/support/client/three-authorities.js'
import { codeOf } from '#test/support/code-of.js'

const date = '2026-03-01'
const summons = memoryDocument('summons.pdf', toUtf8('summons'))

/** Who a request is forwarded to has it from the requested authority alone: the relay shows it nothing. */
describe('a request that was redirected and forwarded', () => {
  let net: Constellation
  let carol: Session
  let sends: Awaited<ReturnType<typeof threeAuthorities>>['sends']
  let original: PackageId
  beforeEach(async () => {
    ;({ net, carol, sends } = await threeAuthorities())
    original = await net.sent({ documents: [summons] })
    await acknowledgePackage(net.berta, original)
    await net.settle()
  })

  const says = async (
    session: Session,
    about: PackageId,
    id: string,
    form: Answer['form'],
    to: Answer['to'] = [],
  ): Promise<PackageId> => {
    const answer = { template: { id, version: 1 }, form, documents: [], to }
    return sends(session, await planAnswer(session, about, answer))
  }
  const redirects = (to: Answer['to'] = []) => {
    const form = { date, authority: net.relay.xc.id, forwarded: true, reasons: 'Not for us.' }
    return says(net.berta, original, 'redirection', form, to)
  }
  const forwards = async () =>
    sends(
      net.berta,
      await forwardDraft(net.berta, await readPackage(net.berta, original), {
        to: net.relay.xc.id,
        reasons: 'Competent.',
        documents: [summons],
        withinMs: 0,
      }),
    )
  const proofOf = async (id: PackageId) =>
    (await exportProof(net.berta, id, { withinMs: 0, discloseManifest: true })).octets
  const redirected = (
    proofs: Parameters<typeof receivedForward>[2],
    read: Parameters<typeof receivedForward>[1],
  ) => receivedForward(carol, read, proofs)
  /** The thread of Xcland, which must be the same for both of its sides. */
  async function agreed() {
    const { manifest } = await readPackage(net.ana, original)
    const [ours, theirs] = await Promise.all(
      [net.ana, carol].map((session) => loadCase(session, manifest.case)),
    )
    const threadOf = (loaded: typeof ours) =>
      loaded?.view.requests
        .find((request) => request.package === original)
        ?.threads.find(({ counterpart }) => counterpart === net.relay.xc.id)
    const registerOf = (loaded: typeof ours) =>
      loaded?.register.entries.filter(({ request, counterpart }) =>
        [request === original, counterpart === net.relay.xc.id].every(Boolean),
      )
    expect(threadOf(ours)).to.deep.equal(threadOf(theirs))
    expect(registerOf(ours)).to.deep.equal(registerOf(theirs))
    return threadOf(theirs)
  }

  it('is answered by the further authority in its own right, until it is closed', async () => {
    await redirects()
    const brought = await forwards()
    await acknowledgePackage(carol, brought)
    expect(await agreed()).to.include({ state: 'submitted', via: net.relay.xb.id })

    await says(carol, brought, 'registration', { date, registrationNumber: 'C-9' })
    expect(await agreed()).to.include({ state: 'registered' })
    const question = await says(carol, brought, 'supplement-request', {
      questions: [{ question: 'Which court?' }],
    })
    const reply = await says(net.ana, question, 'supplement', { replies: [{ reply: 'That one.' }] })
    expect(await agreed()).to.include({ state: 'supplemented' })
    const done = await says(carol, reply, 'execution', {
      results: [{ outcome: 'executed', description: 'Served.' }],
    })
    await says(net.ana, done, 'closure', { date, outcome: 'executed' })
    const thread = await agreed()
    expect(thread?.timeline.flatMap(({ state }) => state ?? [])).to.deep.equal([
      ...['submitted', 'registered', 'supplement-requested', 'supplemented'],
      ...['accepted', 'in-execution', 'executed', 'closed'],
    ])
    for (const [session, id] of [[net.ana, done] as const, [carol, reply] as const]) {
      const standing = await packageStanding(session, await readPackage(session, id))
      expect(standing).to.deep.equal({ counts: true })
    }
    expect(await codeOf(() => says(net.berta, original, 'acceptance', { date }))).to.equal(
      'act-illegal',
    )
  })

  it('waits for the leave of whoever sent it, also after the redirection', async () => {
    const marks = { tlp: null, classification: null, onwardTransfer: 'with-consent' as const }
    original = await net.sent({ documents: [summons], marks })
    await acknowledgePackage(net.berta, original)
    await redirects()
    expect(await codeOf(() => forwards())).to.equal('transfer-unapproved')
    const about = { package: original, recipient: net.relay.xc.id }
    await says(net.berta, original, 'transfer-request', { ...about, reasons: 'Competent.' })
    await says(net.ana, original, 'transfer-approval', { ...about, approved: true }, [
      net.relay.xb.id,
    ])
    await says(carol, await forwards(), 'registration', { date, registrationNumber: 'C-9' })
    expect(await agreed()).to.include({ state: 'registered' })
  })

  it('may be refused there, and is withdrawn from there', async () => {
    await redirects([net.relay.xc.id])
    const brought = await forwards()
    const refusal = { date, scope: 'whole', grounds: ['ne-bis-in-idem'], reasons: 'Tried.' }
    await says(net.ana, original, 'withdrawal', { date, scope: 'whole' })
    expect(await agreed()).to.include({ state: 'withdrawn' })
    expect(await codeOf(() => says(carol, brought, 'refusal', refusal))).to.equal('act-illegal')
  })

  it('has its clocks, of which the relay watches those that rest on what it shows', async () => {
    const watched = async () => {
      const { manifest } = await readPackage(net.ana, original)
      const loaded = await loadCase(carol, manifest.case)
      const clocks = await watchClocks(carol, loaded, await caseClocks(carol, loaded), true)
      return clocks.map(({ request, kind, rings }) => [request === original, kind, rings !== null])
    }
    await redirects()
    await forwards()
    expect(await watched()).to.deep.include([true, 'acknowledgement', false])
  })

  it('has them watched where the redirection was sent to the further authority as well', async () => {
    await redirects([net.relay.xc.id])
    await forwards()
    const { manifest } = await readPackage(net.ana, original)
    const loaded = await loadCase(carol, manifest.case)
    const clocks = await watchClocks(carol, loaded, await caseClocks(carol, loaded), true)
    const of = clocks.filter(({ request }) => request === original)
    expect(of.map(({ kind, rings }) => [kind, rings])).to.deep.equal([
      ['acknowledgement', []],
      ['decision', []],
    ])
  })

  it('is seen to be broken where the redirection is not the one of this request to us', async () => {
    await redirects()
    const brought = await readPackage(carol, await forwards())
    const other = await redirected({ original: await proofOf(original) }, brought)
    expect(other).to.include({ verified: true, redirected: false })
    const twice = await proofOf(original)
    const wrong = await redirected({ original: twice, redirection: twice }, brought)
    expect(wrong).to.include({ verified: false, code: 'package/chain' })
    const forged = await redirected({ original: twice, redirection: toUtf8('{}') }, brought)
    expect(forged).to.include({ verified: false, code: 'proof/malformed' })
  })

  it('gives nothing to answer where it was forwarded for information, or before it was redirected', async () => {
    const brought = await forwards()
    const { manifest } = await readPackage(carol, brought)
    const known = await loadCase(carol, manifest.case)
    expect(known.passedOn.size).to.equal(0)
    const acceptance = await codeOf(() => says(carol, brought, 'acceptance', { date }))
    expect(acceptance).to.equal('act-illegal')
    await redirects()
    expect((await loadCase(carol, manifest.case)).passedOn.size).to.equal(0)
  })
})
