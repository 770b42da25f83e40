import { expect } from 'chai'
import { changeRoles } from '#client/core/officers/add-officer.js'
import { actOnHandoff } from '#client/core/translation/act-on-handoff.js'
import { chooseRotation } from '#client/core/translation/choose-rotation.js'
import { handOff, type HandoffOrder } from '#client/core/translation/hand-off.js'
import { listHolders } from '#client/core/translation/list-holders.js'
import { offeredTranslators } from '#client/core/translation/offered-translators.js'
import { offerTranslator } from '#client/core/translation/offer-translator.js'
import { uploadedSource } from '#client/core/translation/handoff-source.js'
import { openHandoff, openSources } from '#client/core/translation/open-handoff.js'
import { readHandoff } from '#client/core/translation/read-handoff.js'
import { recallBreach } from '#client/core/translation/recall-breach.js'
import { replaceHandoff } from '#client/core/translation/replace-handoff.js'
import { returnTranslation } from '#client/core/translation/return-translation.js'
import { revokeKey } from '#client/core/officers/revoke-key.js'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import type { LinguistProfile } from '#crypto/directory/linguist-profile.js'
import {
  type Constellation,
  constellation,
  type TestSession,
} from '#test/support/client/constellation.js'
import { memoryDocument, memoryFolder } from '#test/support/client/memory-platform.js'
import { codeOf } from '#test/support/code-of.js'
import { after, NOW } from '#test/support/world/moments.js'

const DAY = 24 * 3600
const profile: LinguistProfile = {
  pairs: [{ from: 'ar', to: 'fr' }],
  accreditation: null,
  clearance: null,
  capacity: 1,
  confidentialitySince: NOW.toISOString(),
  conflictsDeclared: null,
}
const ARABIC = toUtf8('طلب')

describe('translators that are offered', () => {
  let net: Constellation
  let tariq: TestSession
  let tove: TestSession
  beforeEach(async () => {
    net = await constellation()
    const { xa, xc } = net.relay
    const of = async (authority: typeof xa, name: string) => {
      const officer = await authority.officer(name, ['translator'])
      await net.relay.publishCredential({ credential: officer.credential })
      return net.session(officer, authority)
    }
    tariq = await of(xa, 'Tariq Translator')
    tove = await of(xc, 'Tove Translator')
    await offerTranslator(net.ana, xa.credentialsKey, 'Tariq Translator', profile)
    await net.settle()
  })
  const names = async (session = net.ana) =>
    (await offeredTranslators(session, [net.relay.xc.id])).map(({ name }) => name)
  /** Before there is a package. */
  async function handedOver(kids = [tariq, tove].map(({ officer }) => officer.signingKey.kid)) {
    const from = await uploadedSource(net.ana, [memoryDocument('request.txt', ARABIC)])
    return handOff(net.ana, {
      from,
      parts: from.parts.map(({ opened }) => opened.part),
      purpose: 'Service',
      pair: { from: 'ar', to: 'fr' },
      turns: kids.map((translator, n) => ({
        translator,
        acceptBy: after(NOW, (n * 10 + 1) * DAY),
        due: after(NOW, (n * 10 + 9) * DAY),
      })),
    })
  }

  it('are found by other authorities once theirs vouches for them, and no more when it does not', async () => {
    // Tove's authority offers nobody: of its officers nobody gets names.
    expect(await names()).to.deep.equal(['Tariq Translator'])
    const { translators } = await net.berta.relay.call('listTranslators', {
      params: { authority: net.relay.xa.id },
    })
    expect(translators).to.have.length(1)
    await offerTranslator(net.ana, net.relay.xa.credentialsKey, 'Tariq Translator', undefined)
    expect(await names()).to.deep.equal([])
  })

  it('lose their profile with the role, and nobody without it is offered', async () => {
    const { credentialsKey } = net.relay.xa
    const offer = offerTranslator(net.ana, credentialsKey, net.relay.approver.claims.name, profile)
    expect(await codeOf(offer)).to.equal('officer-unknown')
    // The new word is published first; the vault, which is for an administrator to store, comes after.
    const changed = changeRoles(net.ana, credentialsKey, 'Tariq Translator', ['legal'])
    expect(await codeOf(changed)).to.equal('not-permitted')
    expect(await names()).to.deep.equal([])
  })

  it('show what waits for them, what they declared, and a breach; a rotation leaves those out', async () => {
    const pair = { from: 'ar-EG', to: 'fr' }
    const offered = () => offeredTranslators(net.ana)
    expect(chooseRotation(await offered(), pair, 3).map(({ name }) => name)).to.deep.equal([
      'Tariq Translator',
    ])
    const { handoff } = await handedOver()
    const [full] = await offered()
    expect(full).to.include({ open: 1, isFull: true, declared: null, breached: false })
    expect(() => chooseRotation([full ?? expect.fail()], pair, 1)).to.throw('offered')
    const since = NOW.toISOString()
    await actOnHandoff(tariq, await readHandoff(tariq, handoff.payload.handoff), {
      act: 'accept',
      turn: 0,
      accreditation: null,
      clearance: null,
      confidentialitySince: since,
      conflictExcluded: since,
    })
    expect((await offered())[0]?.declared).to.deep.equal({
      confidentialitySince: since,
      conflictExcluded: since,
    })
    expect(() => chooseRotation([], { from: 'ar', to: 'ru' }, 1)).to.throw('from ar to ru')
    await recallBreach(net.ana, tariq.officer.signingKey.kid)
    expect((await offered())[0]).to.include({ open: 0, isFull: false, breached: true })
    expect(() => chooseRotation([full ?? expect.fail()], pair, 1)).to.throw('offered')
  })

  it('are handed documents of a draft before it is sent, under keys of their own', async () => {
    const { handoff } = await handedOver()
    expect(handoff.payload.source).to.include({ header: null, sender: net.relay.xa.id })
    const open = await readHandoff(tariq, handoff.payload.handoff)
    const content = await openHandoff(tariq, open)
    const folder = memoryFolder()
    await openSources(tariq, open, content, folder.sinkFor)
    expect(folder.files.get('request.txt')?.equals(Buffer.from(ARABIC))).to.equal(true)
    // Nothing of it stays behind on the officer's machine.
    expect(await net.ana.platform.outgoing.waiting()).to.deep.equal([])
  })

  it('cannot return what has changed under their work: another hand-off replaces it', async () => {
    const open = await handedOver()
    const id = open.handoff.payload.handoff
    const since = NOW.toISOString()
    const begun = await actOnHandoff(tariq, await readHandoff(tariq, id), {
      act: 'accept',
      turn: 0,
      accreditation: null,
      clearance: null,
      confidentialitySince: since,
      conflictExcluded: since,
    })
    const document = memoryDocument('demande.txt', toUtf8('demande'))
    const [item] = (await openHandoff(tariq, begun)).items
    const targets = [{ item: item?.part ?? expect.fail(), document }]
    const from = await uploadedSource(net.ana, [memoryDocument('request.txt', toUtf8('طلب آخر'))])
    const order: HandoffOrder = {
      from,
      parts: from.parts.map(({ opened }) => opened.part),
      purpose: 'Service',
      pair: { from: 'ar', to: 'fr' },
      turns: [
        {
          translator: tariq.officer.signingKey.kid,
          acceptBy: after(NOW, DAY),
          due: after(NOW, 9 * DAY),
        },
      ],
    }
    const nobody = {
      ...order,
      turns: order.turns.map((one) => ({ ...one, translator: 'A'.repeat(43) })),
    }
    expect(await codeOf(replaceHandoff(net.ana, open, nobody, 'source-changed'))).to.equal(
      'officer-unknown',
    )
    const anew = await replaceHandoff(net.ana, open, order, 'source-changed')
    expect(anew.handoff.payload.supersedes).to.equal(open.handoff.digest)
    const given = { targets, machine: 'none' as const, complete: true }
    expect(await codeOf(returnTranslation(tariq, begun, given))).to.equal('handoff-ended')
    const old = await readHandoff(net.ana, id)
    expect(old.derived.state?.stage).to.equal('superseded')
    // Cut off between the two, the same again goes on.
    const again = await replaceHandoff(net.ana, old, order, 'source-changed')
    expect(again.derived.state?.stage).to.equal('assigned')
  })

  it('lose after a breach what they have and what their turn would bring; others keep theirs', async () => {
    const kids = [tariq, tove].map(({ officer }) => officer.signingKey.kid)
    const [own, later, others] = [
      await handedOver(),
      await handedOver(kids.toReversed()),
      await handedOver(kids.slice(1)),
    ]
    const kid = tariq.officer.signingKey.kid
    const { holders, broken } = await listHolders(net.ana)
    const has = holders.find(({ linguist }) => linguist.kid === kid)
    const recalled = await recallBreach(net.ana, kid)
    // What is shown before is what is taken back.
    expect(has?.handoffs.map(({ handoff }) => handoff.digest)).to.have.members(
      recalled.map(({ handoff }) => handoff.digest),
    )
    expect({ broken, name: has?.name }).to.deep.equal({ broken: 0, name: null })
    expect(recalled.map(({ handoff }) => handoff.digest)).to.have.members(
      [own, later].map(({ handoff }) => handoff.digest),
    )
    expect(await recallBreach(net.ana, kid)).to.deep.equal([])
    const id = own.handoff.payload.handoff
    const late = await readHandoff(tariq, id)
    expect(await codeOf(openHandoff(tariq, late))).to.equal('handoff-closed')
    const kept = await readHandoff(tove, others.handoff.payload.handoff)
    expect((await openHandoff(tove, kept)).items).to.have.length(1)
  })

  it('lose it, too, when their key is revoked already, as of before they accepted', async () => {
    const [kid, other] = [tariq, tove].map(({ officer }) => officer.signingKey.kid)
    if (kid === undefined || other === undefined) throw new TypeError('there are two')
    const before = new Date(net.ana.platform.now().getTime() - 1000)
    const [own, later] = [await handedOver(), await handedOver([other, kid])]
    const since = NOW.toISOString()
    await actOnHandoff(tariq, await readHandoff(tariq, own.handoff.payload.handoff), {
      act: 'accept',
      turn: 0,
      accreditation: null,
      clearance: null,
      confidentialitySince: since,
      conflictExcluded: since,
    })
    const theft = { kid, reason: 'compromised', since: before } as const
    await revokeKey(net.ana, net.relay.xa.credentialsKey, theft)
    const { holders } = await listHolders(net.ana)
    const has = holders.find(({ linguist }) => linguist.kid === kid)
    expect(has).to.include({ name: 'Tariq Translator' })
    expect(has?.handoffs).to.have.length(2)
    const recalled = await recallBreach(net.ana, kid)
    expect(recalled.map(({ handoff }) => handoff.digest)).to.have.members(
      [own, later].map(({ handoff }) => handoff.digest),
    )
    expect(await recallBreach(net.ana, kid)).to.deep.equal([])
  })
})
