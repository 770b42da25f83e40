import { expect } from 'chai'
import { dutyDesk } from '#client/core/duty/duty-desk.js'
import { listMailbox } from '#client/core/packages/list-mailbox.js'
import { acknowledgePackage } from '#client/core/packages/acknowledge-package.js'
import { type Constellation, constellation } from '#test/support/client/constellation.js'
import { after, NOW } from '#test/support/world/moments.js'

describe('the duty desk', () => {
  let c: Constellation
  beforeEach(async () => {
    c = await constellation()
  })

  it('counts a scheduled package from when it was there, as the mailboxes do', async () => {
    const notBefore = after(NOW, 3600)
    const id = await c.sent({ urgency: 'emergency', notBefore })
    const [scheduled] = await listMailbox(c.ana, 'sent', 9)
    expect(scheduled?.waiting).to.deep.equal([
      { authority: 'xb.pgo', since: notBefore.toISOString() },
    ])
    expect(await dutyDesk(c.berta)).to.deep.equal([])
    const there = after(NOW, 3700)
    c.relay.setClock(there)
    await c.relay.consign({ header: await c.headerOf(id) })
    c.relay.setClock(after(NOW, 3700 + 20 * 60))
    const since = there.toISOString()
    const [waiting] = await dutyDesk(c.berta)
    expect(waiting).to.include({ package: id, submitted: NOW.toISOString(), since, minutes: 20 })
    for (const [session, box] of [
      [c.ana, 'sent'],
      [c.berta, 'inbox'],
    ] as const) {
      const [row] = await listMailbox(session, box, 9)
      expect(row?.waiting, box).to.deep.equal([{ authority: 'xb.pgo', since }])
    }
    await acknowledgePackage(c.berta, id)
    expect((await listMailbox(c.ana, 'sent', 9))[0]?.waiting).to.deep.equal([])
    expect(await dutyDesk(c.berta)).to.deep.equal([])
  })
})
