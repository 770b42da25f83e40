import { expect } from 'chai'
import { closeOralRequest } from '#client/core/duty/close-oral-request.js'
import { listOralRequests } from '#client/core/duty/list-oral-requests.js'
import { noteOralRequest } from '#client/core/duty/note-oral-request.js'
import { destroyKey } from '#client/core/officers/destroy-key.js'
import { isIdle, keyNeeds } from '#client/core/officers/key-needs.js'
import { type Administered, administered } from '#test/support/client/administered.js'
import { changeKeys } from '#test/support/client/change-keys.js'
import { codeOf } from '#test/support/code-of.js'
import { after, NOW } from '#test/support/world/moments.js'

describe('the keys of oral requests', () => {
  let net: Administered
  let old: string
  beforeEach(async () => {
    net = await administered()
    old = net.relay.xb.openingKey.kid
  })
  const need = async () => (await keyNeeds(net.admin)).find(({ kid }) => kid === old)

  it('are needed until each has ended', async () => {
    const said = {
      ...({ direction: 'received', counterpart: net.relay.xa.id, channel: 'telephone' } as const),
      person: 'Ana Attaché',
      asked: 'Freeze the account',
      at: after(NOW, -60).toISOString(),
    }
    await noteOralRequest(net.berta, said, { within: 24, warn: 4 })
    await changeKeys(net, net.admin)
    const found = await need()
    expect(found).to.include({ isPresent: false, packages: 0, oralRequests: 1 })
    expect(found && isIdle(found)).to.equal(false)
    expect(await codeOf(() => destroyKey(net.admin, old))).to.equal('key-needed')
    const [kept] = await listOralRequests(net.berta, true)
    if (kept === undefined) throw new TypeError('it was noted')
    await closeOralRequest(net.berta, kept, { reason: 'Withdrawn' })
    expect(await need()).to.include({ oralRequests: 0 })
    await destroyKey(net.admin, old)
  })
})
