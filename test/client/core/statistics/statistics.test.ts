import { expect } from 'chai'
import { acknowledgePackage } from '#client/core/packages/acknowledge-package.js'
import { composePackage } from '#client/core/packages/compose-package.js'
import { readPackage } from '#client/core/packages/open-package.js'
import { deliverPackage } from '#client/core/packages/deliver-package.js'
import { writeIndex } from '#client/core/search/search-index.js'
import { updateIndex } from '#client/core/search/update-index.js'
import { gatherStatistics } from '#client/core/statistics/gather-statistics.js'
import type { PackageId } from '#crypto/fields/fields.js'
import {
  type Constellation,
  constellation,
  type TestSession,
} from '#test/support/client/constellation.js'
import { memorySearchStore } from '#test/support/memory/memory-search-store.js'
import { after, NOW } from '#test/support/world/moments.js'

const HOUR = 3600

describe('statistics of an authority', () => {
  let net: Constellation
  let asks: PackageId[]
  const named = new Map<PackageId, string>()

  /** Three requests of Ana's: executed after 10 h, refused after 20 h, open; one received after 1 h. */
  beforeEach(async () => {
    net = await constellation()
    asks = []
    const at = (seconds: number) => net.relay.setClock(after(NOW, seconds))
    for (const template of ['mla-request', 'mla-request', 'extradition-request']) {
      const id = await net.sent({ documents: [] })
      named.set(id, `${template}@2`)
      asks.push(id)
    }
    const [first, second] = asks
    if (first === undefined || second === undefined) throw new TypeError('three')
    at(HOUR)
    await acknowledgePackage(net.berta, first)
    at(2 * HOUR)
    await answer(first, 'registration')
    at(10 * HOUR)
    await answer(first, 'execution')
    at(20 * HOUR)
    await answer(second, 'refusal')
  })
  async function answer(to: PackageId, template: string): Promise<PackageId> {
    const { relay, berta } = net
    const header = await net.headerOf(to)
    const { manifest } = await readPackage(berta, to)
    const id = await composePackage(berta, {
      to: [relay.xa.id],
      form: {},
      documents: [],
      case: manifest.case,
      template: { id: 'mla-request', version: 1 },
      inReplyTo: { package: to, header },
    })
    named.set(id, `${template}@1`)
    await deliverPackage(berta, id)
    await relay.consign({ header: await net.headerOf(id) })
    return id
  }
  /** What they were made by is put in afterwards: no form of theirs has to be filled in for a number. */
  async function of(session: TestSession, period = {}) {
    const store = memorySearchStore()
    const { entries } = await updateIndex(session, store)
    const called = entries.map((entry) => ({
      ...entry,
      template: named.get(entry.package) ?? entry.template,
    }))
    await writeIndex(session, store, { entries: called, complete: true })
    return gatherStatistics(session, store, period)
  }

  it('tell times by counterpart and template, alike on both sides', async () => {
    const rowsOf = async (session: TestSession) =>
      (await of(session)).rows.map(({ direction, counterpart, ...rest }) => {
        expect(direction).to.equal(session === net.ana ? 'asked' : 'were asked')
        expect(counterpart).to.equal(session === net.ana ? 'xb.pgo' : 'xa.moj')
        return rest
      })
    const none = { count: 0, median: null, longest: null }
    const took = (hours: number) => ({ count: 1, median: hours * HOUR, longest: hours * HOUR })
    const expected = [
      {
        template: 'extradition-request',
        packages: 1,
        refused: 0,
        withdrawn: 0,
        open: 1,
        received: none,
        registered: none,
        executed: none,
      },
      {
        template: 'mla-request',
        packages: 2,
        refused: 1,
        withdrawn: 0,
        open: 0,
        received: took(1),
        registered: took(2),
        executed: took(10),
      },
    ]
    expect(await rowsOf(net.ana)).to.deep.equal(expected)
    expect(await rowsOf(net.berta)).to.deep.equal(expected)
  })

  it('count an answer to an answer for the request, and what follows a request by itself', async () => {
    const [, , third] = asks
    if (third === undefined) throw new TypeError('three')
    net.relay.setClock(after(NOW, 30 * HOUR))
    const question = await answer(third, 'supplement-request')
    net.relay.setClock(after(NOW, 40 * HOUR))
    const done = await answer(question, 'execution')
    net.relay.setClock(after(NOW, 41 * HOUR))
    const followed = await answer(done, 'data-preservation')
    net.relay.setClock(after(NOW, 42 * HOUR))
    await answer(followed, 'closure')
    const rows = (await of(net.ana)).rows.map(({ direction, template, executed, open }) => [
      ...[direction, template, executed.median, open],
    ])
    expect(rows).to.deep.include(['asked', 'extradition-request', 40 * HOUR, 0])
    expect(rows).to.deep.include(['were asked', 'data-preservation', null, 0])
  })

  it('hold what was asked against what was answered', async () => {
    expect((await of(net.ana)).reciprocity).to.deep.equal([
      { counterpart: 'xb.pgo', asked: 3, theyAnswered: 2, wereAsked: 0, weAnswered: 0 },
    ])
    expect((await of(net.berta)).reciprocity).to.deep.equal([
      { counterpart: 'xa.moj', asked: 0, theyAnswered: 0, wereAsked: 3, weAnswered: 2 },
    ])
  })

  it('count by the day of submission; answers count whenever they came', async () => {
    const day = { from: NOW, to: after(NOW, 60) }
    expect((await of(net.ana, day)).rows.map(({ packages }) => packages)).to.deep.equal([1, 2])
    expect((await of(net.ana, { from: after(NOW, 60) })).rows).to.deep.equal([])
    expect((await of(net.ana, { to: NOW })).rows).to.deep.equal([])
  })
})
