import { expect } from 'chai'
import { loadCase } from '#client/core/cases/load-case.js'
import { planFollowing } from '#client/core/cases/plan-following.js'
import type { ClientError } from '#client/core/client-error.js'
import { composePackage } from '#client/core/packages/compose-package.js'
import { acknowledgePackage } from '#client/core/packages/acknowledge-package.js'
import { readPackage } from '#client/core/packages/open-package.js'
import type { Draft } from '#client/core/packages/draft.js'
import type { Session } from '#client/core/session/session.js'
import { currentTemplate } from '#client/templates/catalogue.js'
import type { AuthorityId, PackageId } from '#crypto/fields/fields.js'
import { rejection } from '#test/support/rejection.js'
import { threeAuthorities } from '#test/support/client/three-authorities.js'
import { sampleForm } from '#test/support/templates/sample-form.js'

describe('a request that follows another one', () => {
  async function opened(opening: string) {
    const three = await threeAuthorities()
    const { net } = three
    const { xb, xc } = net.relay
    const template = currentTemplate(opening)
    if (template === undefined) throw new TypeError(opening)
    const { id, version } = template
    const form = sampleForm(template) as Draft['form']
    const to = [xb.id, xc.id]
    const first = await net.sent({ to, template: { id, version }, form, documents: [] })
    await net.settle()
    const { manifest, record } = await readPackage(net.ana, first)
    const plan = (by: Session, counterpart: AuthorityId, next = 'mla-request') =>
      planFollowing(
        by,
        { case: manifest.case, request: first, counterpart },
        { template: { id: next, version: 1 }, form: { purpose: 'The data' }, documents: [] },
      )
    const views = async (...of: readonly Session[]) =>
      Promise.all(of.map(async (session) => (await loadCase(session, manifest.case)).view))
    return { ...three, first, header: record.header.digest, caseId: manifest.case, plan, views }
  }
  const codeOf = async (planned: Promise<unknown>) =>
    ((await rejection(planned)) as ClientError).code

  it('goes to that counterpart, stands in the case, and both sides see what it follows', async () => {
    const { net, sends, first, header, caseId, plan, views } = await opened('data-preservation')
    await acknowledgePackage(net.berta, first)
    const draft = await plan(net.ana, net.relay.xb.id)
    expect(draft).to.deep.include({
      to: [net.relay.xb.id],
      case: caseId,
      inReplyTo: { package: first, header },
    })
    const second = await sends(net.ana, draft)
    for (const view of await views(net.ana, net.berta)) {
      const follower = view.requests.find((one) => one.package === second)
      expect(follower?.follows).to.equal(first)
      expect(view.illegal).to.deep.equal([])
    }
  })

  it('is sent by whoever was informed, too, and goes back to who informed them', async () => {
    const { net, carol, sends, plan, views } = await opened('spontaneous-information')
    const draft = await plan(carol, net.relay.xc.id)
    expect(draft.to).to.deep.equal([net.relay.xa.id])
    const second: PackageId = await sends(carol, draft)
    for (const { requests, illegal } of await views(net.ana, carol)) {
      expect(requests.map((one) => [one.package, one.requesting])).to.deep.include([
        second,
        net.relay.xc.id,
      ])
      expect(illegal).to.deep.equal([])
    }
  })

  it('is not planned to whom the relay shows the first no more, or with whom there is none', async () => {
    const { net, first, plan } = await opened('data-preservation')
    await acknowledgePackage(net.berta, first, 'Not for us.')
    await net.settle()
    expect(await codeOf(plan(net.ana, net.relay.xb.id))).to.equal('act-illegal')
    expect(await codeOf(plan(net.ana, net.relay.xa.id))).to.equal('act-illegal')
    expect((await plan(net.ana, net.relay.xc.id)).to).to.deep.equal([net.relay.xc.id])
  })

  it('is not sealed to them either, however it was planned, and says why', async () => {
    const { net, first, header, caseId, sends, views } = await opened('data-preservation')
    await acknowledgePackage(net.berta, first, 'Not for us.')
    await net.settle()
    const { xb, xc } = net.relay
    // As `rogatory send --in-reply-to` makes it of its options.
    const draft = (...to: readonly AuthorityId[]) => ({
      ...net.draftOf({ to, case: caseId, documents: [] }),
      inReplyTo: { package: first, header },
    })
    const no = (await rejection(composePackage(net.ana, draft(xb.id)))) as ClientError
    expect(no.code).to.equal('act-illegal')
    expect(no.message).to.include('while the request is rejected (request-unread)')
    expect(no.remedy).to.include('--in-reply-to')
    await sends(net.ana, draft(xc.id))
    const [view] = await views(net.ana)
    expect(view?.requests).to.have.length(2)
    expect(view?.illegal).to.deep.equal([])
  })

  it('is a request: what answers one is planned as an answer', async () => {
    const { net, plan } = await opened('data-preservation')
    expect(await codeOf(plan(net.ana, net.relay.xb.id, 'withdrawal'))).to.equal('act-illegal')
  })
})
