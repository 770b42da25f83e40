import { expect } from 'chai'
import { acknowledgePackage } from '#client/core/packages/acknowledge-package.js'
import { exportProof } from '#client/core/proof/export-proof.js'
import { actOnHandoff } from '#client/core/translation/act-on-handoff.js'
import { bindTranslations } from '#client/core/translation/bind-translations.js'
import { chooseRotation } from '#client/core/translation/choose-rotation.js'
import { handOff } from '#client/core/translation/hand-off.js'
import { uploadedSource } from '#client/core/translation/handoff-source.js'
import { offeredTranslators } from '#client/core/translation/offered-translators.js'
import { offerTranslator } from '#client/core/translation/offer-translator.js'
import { openHandoff } from '#client/core/translation/open-handoff.js'
import { readHandoff } from '#client/core/translation/read-handoff.js'
import {
  certifyTranslation,
  returnTranslation,
} from '#client/core/translation/return-translation.js'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import { signEntry } from '#crypto/directory/sign-entry.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { constellation } from '#test/support/client/constellation.js'
import { memoryDocument } from '#test/support/client/memory-platform.js'
import { after, NOW } from '#test/support/world/moments.js'

const DAY = 24 * 3600
const accreditation = { body: 'Court of Appeal', number: 'P-12' }
const original = () => memoryDocument('request.txt', toUtf8('طلب'))
const translation = () => memoryDocument('demande.txt', toUtf8('demande'))

/** Outside both authorities: an entry of its own, with the function `translation`. */
describe('an accredited provider of translations', () => {
  it('is found by everybody, takes a hand-off, returns, certifies, and the bundle of the sender proves it', async () => {
    const net = await constellation()
    const { xc } = net.relay
    const entry = { ...xc.claims, version: 2, functions: ['translation' as const] }
    const supersedes = await digestOf(xc.entry.statement)
    await net.relay.publishEntry({ entry: await signEntry({ ...entry, supersedes }, xc.identity) })
    const officer = await xc.officer('Paz Provider', ['translator'])
    await net.relay.publishCredential({ credential: officer.credential })
    const administrator = await xc.officer('Ada Administrator', ['admin'])
    await net.relay.publishCredential({ credential: administrator.credential })
    await offerTranslator(await net.session(administrator, xc), xc.credentialsKey, 'Paz Provider', {
      pairs: [{ from: 'ar', to: 'fr' }],
      accreditation,
      clearance: null,
      capacity: 1,
      confidentialitySince: NOW.toISOString(),
      conflictsDeclared: null,
    })
    await net.settle()
    const pair = { from: 'ar', to: 'fr' }
    // Nobody named the provider: it is found by its function.
    const [chosen] = chooseRotation(await offeredTranslators(net.ana), pair, 1)
    expect(chosen).to.deep.include({ name: 'Paz Provider' })
    expect(chosen?.linguist.authority).to.equal(xc.id)

    const from = await uploadedSource(net.ana, [original()])
    const turn = { acceptBy: after(NOW, DAY), due: after(NOW, 2 * DAY) }
    const given = await handOff(net.ana, {
      from,
      pair,
      purpose: 'Service',
      parts: from.parts.map(({ opened }) => opened.part),
      turns: [{ translator: chosen?.linguist.kid ?? '', ...turn }],
    })
    const { handoff } = given.handoff.payload
    const paz = await net.session(officer, xc)
    const since = NOW.toISOString()
    const accepted = await actOnHandoff(paz, await readHandoff(paz, handoff), {
      act: 'accept',
      turn: 0,
      accreditation,
      clearance: null,
      confidentialitySince: since,
      conflictExcluded: since,
    })
    const [item] = (await openHandoff(paz, accepted)).items
    const targets = [{ item: item?.part ?? expect.fail(), document: translation() }]
    const returned = await returnTranslation(paz, accepted, {
      targets,
      machine: 'none',
      complete: true,
    })
    await certifyTranslation(paz, returned, { accreditation })

    const documents = await bindTranslations(net.ana, [original(), translation()], [handoff])
    const pkg = await net.sent({ documents })
    await acknowledgePackage(net.berta, pkg)
    await net.settle()
    const translations = [await readHandoff(net.ana, handoff)]
    const { verdict } = await exportProof(net.ana, pkg, { withinMs: 0, translations })
    const standings = Object.fromEntries(
      verdict.facts.map(({ fact, standing }) => [fact, standing]),
    )
    expect(standings).to.include({
      'custody-unbroken': 'proved',
      'translation-certified': 'proved',
      'translation-source': 'proved',
      'translation-target': 'proved',
    })
    const held = verdict.facts.find(({ fact }) => fact === 'custody-unbroken')?.data['holders']
    expect(held).to.equal(`Paz Provider (${xc.id})`)
  })
})
