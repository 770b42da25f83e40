import { expect } from 'chai'
import { publishNextEntry } from '#client/core/directory/publish-next-entry.js'
import { destroyKey } from '#client/core/officers/destroy-key.js'
import { isIdle, keyNeeds, keyStanding } from '#client/core/officers/key-needs.js'
import { resealVault } from '#client/core/officers/reseal-vault.js'
import { readPackage } from '#client/core/packages/open-package.js'
import { resealPackage } from '#client/core/resealing/reseal-package.js'
import { actOnHandoff } from '#client/core/translation/act-on-handoff.js'
import { handOff } from '#client/core/translation/hand-off.js'
import { openHandoff } from '#client/core/translation/open-handoff.js'
import {
  listHandoffs,
  type OpenHandoff,
  readHandoff,
} from '#client/core/translation/read-handoff.js'
import {
  certifyTranslation,
  returnTranslation,
} from '#client/core/translation/return-translation.js'
import { signRevocation } from '#crypto/directory/sign-revocation.js'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import type { PackageId } from '#crypto/fields/fields.js'
import { generateOpeningKey } from '#crypto/keys/generate.js'
import type { HandoffPage } from '#server/contract/handoff-wire.js'
import { changeKeys } from '#test/support/client/change-keys.js'
import {
  type Constellation,
  constellation,
  type TestSession,
} from '#test/support/client/constellation.js'
import { memoryDocument } from '#test/support/client/memory-platform.js'
import { codeOf } from '#test/support/code-of.js'
import { rejection } from '#test/support/rejection.js'
import { retained } from '#test/support/retained.js'
import { after, NOW } from '#test/support/world/moments.js'

const DAY = 24 * 3600

describe('what the keys of the vault are needed for', () => {
  let net: Constellation
  let adam: TestSession
  let tariq: TestSession
  let id: PackageId
  let old: string
  beforeEach(async () => {
    net = await constellation()
    const { xb, registrar } = net.relay
    const admin = await xb.officer('Adam Admin', ['admin', 'case'])
    const translator = await xb.officer('Tariq Translator', ['translator'])
    for (const { credential } of [admin, translator])
      await net.relay.publishCredential({ credential })
    adam = await net.session(admin, xb)
    tariq = await net.session(translator, xb)
    await net.reseal(xb, 2, [registrar, admin])
    old = xb.openingKey.kid
    id = await net.sent()
    await net.settle()
  })
  const need = async (kid = old) => {
    const found = (await keyNeeds(adam)).find((one) => one.kid === kid)
    if (found === undefined) throw new TypeError('the vault has the key')
    return found
  }
  async function returned(): Promise<OpenHandoff> {
    const from = await readPackage(net.berta, id)
    const turn = { acceptBy: after(NOW, DAY), due: after(NOW, 9 * DAY) }
    const { handoff } = await handOff(net.berta, {
      from,
      parts: from.manifest.parts.slice(0, 1).map(({ part }) => part),
      pair: { from: 'en', to: 'fr' },
      purpose: 'For the file',
      turns: [{ translator: tariq.officer.signingKey.kid, ...turn }],
    })
    const open = await readHandoff(tariq, handoff.payload.handoff)
    const { items } = await openHandoff(tariq, open)
    const accepted = await actOnHandoff(tariq, open, {
      act: 'accept',
      turn: 0,
      accreditation: null,
      clearance: null,
      confidentialitySince: NOW.toISOString(),
      conflictExcluded: NOW.toISOString(),
    })
    const document = memoryDocument('citation.pdf', toUtf8('citation'))
    const targets = items.map(({ part }) => ({ item: part, document }))
    return returnTranslation(tariq, accepted, { targets, machine: 'none', complete: true })
  }
  async function certified(): Promise<OpenHandoff> {
    const { handoff, derived } = await returned()
    const open = await readHandoff(net.berta, handoff.payload.handoff)
    const approved = { act: 'review', outcome: 'approved', detail: null } as const
    await actOnHandoff(net.berta, open, {
      ...approved,
      return: derived.state?.returned?.digest ?? '',
    })
    const reviewed = await readHandoff(tariq, handoff.payload.handoff)
    await certifyTranslation(tariq, reviewed, { accreditation: null })
    return reviewed
  }
  /** Everything is sealed to another key, but for what was returned. */
  async function changed(): Promise<void> {
    await changeKeys(net, adam)
    await resealPackage(net.berta, id)
  }

  it('counts a translation that was given back until it is certified', async () => {
    await returned()
    await changed()
    expect(await need()).to.include({ packages: 0, handoffs: 1, translations: 0 })
    expect(await codeOf(() => destroyKey(adam, old))).to.equal('key-needed')
    const options = { withoutTranslations: true }
    expect(await codeOf(() => destroyKey(adam, old, options))).to.equal('key-needed')
  })

  it('counts a certified one apart: the key goes only when somebody says that it was fetched', async () => {
    await certified()
    expect(keyStanding(await need())).to.equal('present')
    await changeKeys(net, adam)
    expect(keyStanding(await need())).to.equal('needed')
    await resealPackage(net.berta, id)
    const found = await need()
    expect(found).to.include({ packages: 0, handoffs: 0, translations: 1 })
    expect(isIdle(found)).to.equal(true)
    expect(keyStanding(found)).to.equal('translations')
    expect(await codeOf(() => destroyKey(adam, old))).to.equal('key-needed')
    await destroyKey(adam, old, { withoutTranslations: true })
    // At once: what a session remembers of the vault is not asked.
    const left = await keyNeeds(adam)
    expect(left.map(({ kid }) => kid)).to.not.include(old)
    expect(left.map((one) => keyStanding({ ...one, isPresent: false, packages: 0 }))).to.deep.equal(
      ['idle'],
    )
  })

  it('counts what was returned before a hand-off was recalled, certified or not: the relay serves it on', async () => {
    for (const work of [returned, certified]) {
      const { handoff } = await work()
      const open = await readHandoff(net.berta, handoff.payload.handoff)
      await actOnHandoff(net.berta, open, { act: 'recall', ground: 'breach', detail: null })
    }
    await changed()
    const found = await need()
    expect(found).to.include({ packages: 0, handoffs: 0, translations: 2 })
    expect(isIdle(found)).to.equal(true)
    expect(await codeOf(() => destroyKey(adam, old))).to.equal('key-needed')
    await destroyKey(adam, old, { withoutTranslations: true })
  })

  it('counts what somebody returned whose key was revoked as of before', async () => {
    await returned()
    const { xb } = net.relay
    const declared = net.relay.clock.now().toISOString()
    const { kid } = tariq.officer.signingKey
    const revocation = await signRevocation(
      { authority: xb.id, kid, since: NOW.toISOString(), reason: 'compromised', declared },
      xb.credentialsKey,
    )
    await net.relay.publishRevocation({ revocation })
    await changed()
    expect((await listHandoffs(adam)).forged).to.have.length(1)
    expect(await need()).to.include({ handoffs: 1, unverified: 0 })
  })

  it('is refused while a hand-off does not verify, which may need any key', async () => {
    await returned()
    await changed()
    net.lies.answers.listHandoffs = (page: HandoffPage) => ({
      ...page,
      handoffs: page.handoffs.map((record) => ({ ...record, evidence: [] })),
    })
    const found = await need()
    expect(found).to.include({ handoffs: 0, translations: 0, unverified: 1 })
    expect(isIdle(found)).to.equal(false)
    const refused = await rejection(destroyKey(adam, old, { withoutTranslations: true }))
    expect(refused).to.include({ code: 'key-needed' })
    expect((refused as Error).message).to.include('1 hand-offs do not verify')
  })

  it('counts nothing whose content is deleted', async () => {
    await returned()
    await retained(net.relay).schedule({ undecided: 1 })
    net.relay.setClock(after(NOW, 20 * DAY))
    await net.relay.deleteContents()
    expect(await need()).to.include({ packages: 0, handoffs: 0, translations: 0 })
  })

  it('is refused for a key that others may begin to seal to', async () => {
    const coming = await generateOpeningKey('x25519', { extractable: true })
    await resealVault(adam, () => [coming])
    net.relay.setClock(after(net.relay.clock.now(), 61))
    expect((await need(coming.kid)).isPresent).to.equal(true)
    expect(await codeOf(() => destroyKey(adam, coming.kid))).to.equal('key-needed')
    const keys = [{ purpose: 'envelopes' as const, key: coming }]
    await publishNextEntry(adam, net.relay.xb.identity, { keys, overlapMs: 0 })
    // By a clock that is slow the entry and its key are yet to come.
    net.relay.setClock(NOW)
    expect((await need(coming.kid)).isPresent).to.equal(true)
  })
})
