import { expect } from 'chai'
import { listMailbox, lookThroughMailbox } from '#client/core/packages/list-mailbox.js'
import type { PackageSummary } from '#server/contract/wire.js'
import { type Constellation, constellation } from '#test/support/client/constellation.js'
import { codeOf } from '#test/support/code-of.js'
import { Outage } from '#test/support/fake-ports.js'
import { rejection } from '#test/support/rejection.js'
import { after, NOW } from '#test/support/world/moments.js'

type Page = { packages: PackageSummary[]; next: string | null }

describe('a mailbox', () => {
  let net: Constellation
  beforeEach(async () => {
    net = await constellation()
  })
  const sent = (seconds: number) => {
    net.relay.setClock(after(NOW, seconds))
    return net.sent()
  }
  const lie = (change: (page: Page) => unknown) => {
    net.lies.answers.listPackages = change
  }
  const inbox = (limit = 50) => listMailbox(net.berta, 'inbox', limit)

  it('shows what header and evidence say, newest first, as many as asked for', async () => {
    expect(await inbox()).to.deep.equal([])
    const [first, second] = [await sent(1), await sent(2)]
    const items = await inbox()
    expect(items.map((item) => item.package)).to.deep.equal([second, first])
    expect(items[0]).to.include({ sender: 'xa.moj', documents: 2, urgency: 'routine' })
    expect(items[0]?.recipients).to.deep.equal(['xb.pgo'])
    expect(items[0]?.octets).to.be.above(400_000)
    expect((await inbox(1)).map((item) => item.package)).to.deep.equal([second])
    const own = await listMailbox(net.ana, 'sent', 50)
    expect(own.map((item) => item.package)).to.deep.equal([second, first])
    expect(await listMailbox(net.ana, 'inbox', 50)).to.deep.equal([])
  })

  it('is read over as many pages as the relay makes of it', async () => {
    const ids = [await sent(1), await sent(2), await sent(3)]
    const { relay } = net.berta
    const paged = {
      ...net.berta,
      relay: {
        ...relay,
        call: ((name: string, input: { query?: object }) =>
          relay.call(
            name as never,
            { ...input, query: { ...input.query, limit: 1 } } as never,
          )) as never,
      },
    }
    const items = await listMailbox(paged, 'inbox', 50)
    expect(items.map((item) => item.package)).to.deep.equal(ids.reverse())
    expect(await listMailbox(paged, 'inbox', 2)).to.have.length(2)
    expect(await listMailbox(paged, 'inbox', 50, undefined, { pages: 2 })).to.have.length(2)
  })

  it('goes on from where an earlier look stopped, whatever has come meanwhile', async () => {
    const ids = [await sent(1), await sent(2), await sent(3)]
    const newest = await lookThroughMailbox(net.berta, 'inbox', 2)
    expect(newest.items.map((item) => item.package)).to.deep.equal([ids[2], ids[1]])
    await sent(4)
    const older = await lookThroughMailbox(net.berta, 'inbox', 2, { after: newest.next })
    expect(older.items.map((item) => item.package)).to.deep.equal([ids[0]])
    expect(older.next).to.equal(undefined)
  })

  it('is not believed when one row is not true', async () => {
    await sent(1)
    await sent(2)
    const lies: readonly ((page: Page) => unknown)[] = [
      (page) => ({ ...page, packages: [...page.packages, ...page.packages] }),
      (page) => ({
        ...page,
        packages: page.packages.map((row) => ({ ...row, evidence: [] })),
      }),
    ]
    for (const [position, change] of lies.entries()) {
      lie(change)
      expect(await codeOf(inbox), `lie ${position}`).to.match(/^(evidence|package)-untrusted$/)
    }
    net.lies.answers = {}
    const own = await net.ana.relay.call('listPackages', { query: { box: 'sent', limit: 50 } })
    lie(() => own)
    const wrong = await codeOf(() => listMailbox(net.ana, 'inbox', 50))
    expect(wrong, 'of the other mailbox').to.match(/^(evidence|package)-untrusted$/)
  })

  it('lists what does not verify beside the rest, with what it claims to be', async () => {
    const [first, second] = [await sent(1), await sent(2)]
    lie((page) => ({
      ...page,
      packages: page.packages.map((row, at) => (at === 0 ? { ...row, evidence: [] } : row)),
    }))
    const { items, forged } = await lookThroughMailbox(net.berta, 'inbox', 50)
    expect(items.map((item) => item.package)).to.deep.equal([first])
    expect(forged).to.have.length(1)
    expect(forged[0]).to.include({ package: second, sender: 'xa.moj', urgency: 'routine' })
    expect(forged[0]?.problem).to.match(/^(evidence|package)-untrusted$/)
  })

  it('is told of as a whole when not even a claim can be read', async () => {
    await sent(1)
    lie((page) => ({
      ...page,
      packages: page.packages.map((row) => ({ ...row, header: 'e30.e30.e30', evidence: [] })),
    }))
    await rejection(lookThroughMailbox(net.berta, 'inbox', 50))
  })

  it('comes to an end, and an outage is not an empty mailbox', async () => {
    const next = `${NOW.getTime()}_${await sent(1)}`
    lie(() => ({ packages: [], next }))
    expect(await codeOf(inbox)).to.equal('relay-answer')
    net.lies.answers = {}
    net.crash.failAt({ call: 0, when: 'before' })
    expect(await rejection(inbox())).to.be.instanceOf(Outage)
  })
})
