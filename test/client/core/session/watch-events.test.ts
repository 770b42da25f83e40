import { expect } from 'chai'
import type { Session } from '#client/core/session/session.js'
import { watchEvents, type WatchedEvent } from '#client/core/session/watch-events.js'
import type { PackageId } from '#crypto/fields/fields.js'
import type { FeedEvent } from '#server/contract/wire.js'
import { type Constellation, constellation } from '#test/support/client/constellation.js'
import { callerOf } from '#test/support/fake-relay.js'

describe('watching events', () => {
  let net: Constellation
  let id: PackageId
  let feed: readonly FeedEvent[]
  beforeEach(async () => {
    net = await constellation()
    id = await net.sent()
    const asked = { after: -1, limit: 50 }
    feed = (await net.relay.feed(callerOf(net.relay.drafter), asked)).events
  })

  async function watching(session: Session, onEvent?: (event: WatchedEvent) => void) {
    const seen: WatchedEvent[] = []
    const ends: unknown[] = []
    const subscription = await watchEvents(session, 7, {
      onEvent: onEvent ?? ((event) => void seen.push(event)),
      onEnd: (error) => ends.push(error),
    })
    const listening = net.listening.at(-1)
    if (listening === undefined) throw new Error('nobody listens')
    const tell = (event: FeedEvent | undefined) => {
      if (event === undefined) throw new Error('there is no such event')
      return listening.listener.onEvent(event)
    }
    return { seen, ends, subscription, listening, tell }
  }

  it('passes on what verifies, and confirms notices to this authority only', async () => {
    const { tell, seen, listening } = await watching(net.berta)
    expect(listening.after).to.equal(7)
    expect(await tell(feed[0])).to.equal(false)
    expect(await tell(feed[1])).to.equal(true)
    expect(seen.map(({ meaning }) => meaning)).to.deep.equal([
      'submission accepted',
      'available to the recipient',
    ])
    const sender = await watching(net.ana)
    expect(await sender.tell(feed[1])).to.equal(false)
  })

  it('ends at an event that the relay did not sign, or that is about another package', async () => {
    const other = await net.sent()
    const [first] = feed
    if (first === undefined) throw new Error('there are events')
    const { evidence } = first
    const forged = { ...evidence, statement: `${evidence.statement.slice(0, -4)}AAAA` }
    for (const lie of [{ evidence: forged }, { package: other }]) {
      const { tell, seen, ends, listening } = await watching(net.berta)
      expect(await tell({ ...first, ...lie })).to.equal(false)
      expect([seen.length, ends.length, listening.closed]).to.deep.equal([0, 1, true])
      expect(await tell(feed[1])).to.equal(false)
      expect(seen).to.deep.equal([])
    }
    expect(id).to.not.equal(other)
  })

  it('confirms nothing that nobody has taken', async () => {
    const failing = await watching(net.berta, () => {
      throw new Error('the pager is off')
    })
    expect(await failing.tell(feed[1])).to.equal(false)
    expect(String(failing.ends)).to.include('the pager is off')
  })

  it('hears nothing more once it is closed', async () => {
    const { tell, seen, subscription, listening } = await watching(net.berta)
    subscription.close()
    expect(await tell(feed[1])).to.equal(false)
    expect(seen).to.deep.equal([])
    expect(listening.closed).to.equal(true)
  })
})
