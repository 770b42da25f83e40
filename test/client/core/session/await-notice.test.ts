import { expect } from 'chai'
import { awaitNotice } from '#client/core/session/await-notice.js'
import type { FeedEvent } from '#server/contract/wire.js'
import type { PackageId } from '#crypto/fields/fields.js'
import { constellation } from '#test/support/client/constellation.js'
import { rejection } from '#test/support/rejection.js'

describe('awaiting one notice', () => {
  let all: Awaited<ReturnType<typeof constellation>>
  beforeEach(async () => {
    all = await constellation()
  })

  async function event(id: PackageId): Promise<FeedEvent> {
    const header = await all.headerOf(id)
    const chain = await all.relay.evidence.chain(header)
    const found = chain.find(({ code }) => code === 'D.1')
    if (found === undefined) throw new Error('not consigned')
    const { statement, digest, index, code } = found
    return { package: id, evidence: { statement, digest, index }, code } as unknown as FeedEvent
  }
  async function listening() {
    const waiting = awaitNotice(all.berta, 5000)
    // The port is asked in this very turn.
    await Promise.resolve()
    const listens = all.listening.at(-1)
    listens?.listener.onConnection?.('connected')
    return { notice: await waiting, listens }
  }

  it('confirms the notice that is awaited, and leaves those of other packages to whoever sees them', async () => {
    const other = await all.sent()
    const own = await all.sent()
    const { notice, listens } = await listening()
    expect(listens?.after).to.equal(Number.MAX_SAFE_INTEGER)
    notice.expect(own)
    expect(await listens?.listener.onEvent(await event(other))).to.equal(false)
    expect(await listens?.listener.onEvent(await event(own))).to.equal(true)
    await notice.heard()
    notice.close()
    expect(listens?.closed).to.equal(true)
  })

  it('ends with whatever ended the connection', async () => {
    const { notice, listens } = await listening()
    const gone = new Error('revoked')
    listens?.listener.onEnd(gone)
    expect(await rejection(notice.heard())).to.equal(gone)
  })
})
