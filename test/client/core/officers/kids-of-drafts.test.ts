import { expect } from 'chai'
import { keepDraftVersion } from '#client/core/drafting/keep-draft-version.js'
import { readDraft } from '#client/core/drafting/read-draft.js'
import { resolveDraft } from '#client/core/drafting/resolve-draft.js'
import { destroyKey } from '#client/core/officers/destroy-key.js'
import { keyNeeds } from '#client/core/officers/key-needs.js'
import { DraftId } from '#crypto/fields/fields.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { type Administered, administered } from '#test/support/client/administered.js'
import { changeKeys } from '#test/support/client/change-keys.js'
import type { TestSession } from '#test/support/client/constellation.js'
import { codeOf } from '#test/support/code-of.js'
import { NOW } from '#test/support/world/moments.js'

describe('the keys of drafts', () => {
  const draft = DraftId.parse(uuidV7(NOW))
  let net: Administered
  let old: string
  beforeEach(async () => {
    net = await administered()
    old = net.relay.xb.openingKey.kid
    await edit(net.berta, 0)
  })
  const edit = (session: TestSession, basis: number, title = 'Summons') =>
    keepDraftVersion(session, {
      draft,
      basis,
      act: 'edited',
      content: {
        title,
        to: [net.relay.xa.id],
        template: null,
        form: {},
        documents: [],
        urgency: 'routine',
        case: null,
        inReplyTo: null,
        notBefore: null,
        expires: null,
        marks: { tlp: null, classification: null },
      },
    })
  const drafts = async (kid = old) =>
    (await keyNeeds(net.admin)).find((one) => one.kid === kid)?.drafts

  it('are needed while one is kept aside under them that nobody has settled', async () => {
    const { kid: second } = await changeKeys(net, net.admin)
    await edit(net.berta, 1, 'By Berta')
    expect((await edit(net.admin, 1, 'By Bea')).outcome).to.equal('aside')
    const { kid: third } = await changeKeys(net, net.admin)
    await edit(net.berta, 2, 'By Berta, again')
    expect([await drafts(), await drafts(second), await drafts(third)]).to.deep.equal([1, 1, 1])
    for (const kid of [old, second]) {
      expect(await codeOf(() => destroyKey(net.admin, kid))).to.equal('key-needed')
    }
    await resolveDraft(net.berta, draft, 'yours')
    expect([await drafts(), await drafts(second)]).to.deep.equal([0, 0])
    await destroyKey(net.admin, old)
    await destroyKey(net.admin, second)
    net.tick(61)
    expect((await readDraft(net.berta, draft)).head.content.title).to.equal('By Bea')
  })

  it('are needed for what one that is kept aside was made from', async () => {
    await changeKeys(net, net.admin)
    await edit(net.berta, 1, 'By Berta')
    expect(await drafts()).to.equal(0)
    expect((await edit(net.admin, 1, 'By Bea')).outcome).to.equal('aside')
    expect(await drafts()).to.equal(1)
    await resolveDraft(net.berta, draft, 'theirs')
    expect(await drafts()).to.equal(0)
  })
})
