import { expect } from 'chai'
import { acknowledgePackage } from '#client/core/packages/acknowledge-package.js'
import { loadCase } from '#client/core/cases/load-case.js'
import { readPackage } from '#client/core/packages/open-package.js'
import { planAnswer } from '#client/core/cases/plan-answer.js'
import type { Session } from '#client/core/session/session.js'
import type { PackageId } from '#crypto/fields/fields.js'
import { ACT_FORMS } from '#test/support/case/act-forms.js'
import { threeAuthorities } from '#test/support/client/three-authorities.js'

describe('an answer in a case of several counterparts', () => {
  it('goes to those only that have what it answers, so that both sides of each thread agree', async () => {
    const { net, carol, sends } = await threeAuthorities()
    const { xb, xc } = net.relay
    const plan = (session: Session, about: PackageId, id: string) => {
      const form = ACT_FORMS[id] ?? {}
      return planAnswer(session, about, { template: { id, version: 1 }, form, documents: [] })
    }
    const request = await net.sent({ to: [xb.id, xc.id], documents: [] })
    for (const one of [net.berta, carol]) await acknowledgePackage(one, request)
    const question = await sends(net.berta, await plan(net.berta, request, 'supplement-request'))
    const reply = await sends(net.ana, await plan(net.ana, question, 'supplement'))
    expect((await plan(net.ana, request, 'withdrawal')).to).to.deep.equal([xb.id, xc.id])
    const withdrawal = await plan(net.ana, reply, 'withdrawal')
    expect(withdrawal.to).to.deep.equal([xb.id])

    await sends(net.ana, { ...withdrawal, to: [xb.id, xc.id] })
    const { manifest } = await readPackage(net.ana, request)
    const [ours, theirs] = await Promise.all(
      [net.ana, carol].map(async (session) => (await loadCase(session, manifest.case)).view),
    )
    const thread = ours?.requests[0]?.threads.find(({ counterpart }) => counterpart === xc.id)
    expect(thread?.state).to.equal('acknowledged')
    expect(theirs?.requests[0]?.threads).to.deep.equal([thread])
    expect(theirs?.illegal.map(({ code }) => code)).to.deep.equal(['no-such-request'])
  })
})
