import { expect } from 'chai'
import { publishNextEntry } from '#client/core/directory/publish-next-entry.js'
import { destroyKey } from '#client/core/officers/destroy-key.js'
import { isIdle, keyNeeds } from '#client/core/officers/key-needs.js'
import { resealVault } from '#client/core/officers/reseal-vault.js'
import { resealPackage } from '#client/core/resealing/reseal-package.js'
import { sealVault } from '#crypto/directory/vault.js'
import { exportPrivateJwk } from '#crypto/keys/export-private.js'
import { generateOpeningKey } from '#crypto/keys/generate.js'
import type { PackageId } from '#crypto/fields/fields.js'
import { type Administered, administered } from '#test/support/client/administered.js'
import type { TestSession } from '#test/support/client/constellation.js'
import { codeOf } from '#test/support/code-of.js'

describe('destroying a key of the vault', () => {
  let net: Administered
  let bea: TestSession
  let id: PackageId
  let old: string
  beforeEach(async () => {
    net = await administered()
    bea = net.admin
    old = net.relay.xb.openingKey.kid
    id = await net.sent()
  })
  const later = () => net.tick(61)
  const need = async () => (await keyNeeds(bea)).find(({ kid }) => kid === old)
  /** The new key is in the vault, and senders seal to it alone. */
  async function rotate(): Promise<string> {
    const key = await generateOpeningKey('x25519', { extractable: true })
    await resealVault(bea, () => [key])
    const keys = [{ purpose: 'envelopes' as const, key }]
    await publishNextEntry(bea, net.relay.xb.identity, { keys, overlapMs: 0 })
    later()
    return key.kid
  }

  it('is refused while others seal to it, or something opens with it alone', async () => {
    expect(await need()).to.include({ isPresent: true, packages: 1 })
    expect(await codeOf(() => destroyKey(bea, old))).to.equal('key-needed')
    await rotate()
    expect(await need()).to.include({ isPresent: false, packages: 1, drafts: 0, handoffs: 0 })
    expect(await codeOf(() => destroyKey(bea, old))).to.equal('key-needed')
    expect((await net.relay.vaults.current(net.relay.xb.id))?.version).to.equal(3)
  })

  it('takes it out of the vault, and the versions that held it away, again and again', async () => {
    const next = await rotate()
    await resealPackage(net.berta, id)
    const idle = await need()
    expect(idle && isIdle(idle)).to.equal(true)
    await destroyKey(bea, old)
    later()
    for (const session of [bea, net.berta]) {
      expect((await session.vaultKeys()).map(({ kid }) => kid)).to.deep.equal([next])
    }
    expect((await net.relay.vaults.current(net.relay.xb.id))?.version).to.equal(4)
    await destroyKey(bea, old)
    expect((await net.relay.vaults.current(net.relay.xb.id))?.version).to.equal(4)
    // What was there is compared with nothing any more: the version is gone.
    expect(await net.relay.vaults.keep(net.relay.xb.id, 3, 'anything')).to.equal(true)
  })

  it('keeps the versions before while the one without the key does not open', async () => {
    await rotate()
    await resealPackage(net.berta, id)
    const { drafter, xb } = net.relay
    const made = await generateOpeningKey('x25519', { extractable: true })
    const openingKeys = [await exportPrivateJwk(made)]
    const foreign = await sealVault({ openingKeys }, [drafter.openingKey])
    net.lies.answers.readVault = (answer: { version: number }) =>
      answer.version === 4 ? { ...answer, vault: foreign } : answer
    expect(await codeOf(() => destroyKey(bea, old))).to.equal('envelope/recipient')
    expect(await net.relay.vaults.keep(xb.id, 3, 'anything')).to.equal(false)
    delete net.lies.answers.readVault
    await destroyKey(bea, old)
    expect(await net.relay.vaults.keep(xb.id, 3, 'anything')).to.equal(true)
  })

  it('is refused for what never was a key of the authority’s', async () => {
    const { kid } = net.relay.xa.openingKey
    expect(await codeOf(() => destroyKey(bea, kid))).to.equal('usage')
    expect((await net.relay.vaults.current(net.relay.xb.id))?.version).to.equal(2)
  })

  it('goes on after a crash, whichever effect it was', async () => {
    await rotate()
    await resealPackage(net.berta, id)
    net.crash.failAt(undefined)
    await keyNeeds(bea)
    const before = net.crash.calls()
    for (let call = before; call < before + 5; call++) {
      for (const when of ['before', 'after'] as const) {
        net.crash.failAt({ call, when })
        await destroyKey(bea, old).catch(() => undefined)
        net.crash.failAt(undefined)
        await destroyKey(bea, old)
        later()
        expect((await bea.vaultKeys()).map(({ kid }) => kid)).to.not.include(old)
      }
    }
  })

  it('is only an administrator’s', async () => {
    await rotate()
    await resealPackage(net.berta, id)
    expect(await codeOf(() => destroyKey(net.berta, old))).to.equal('not-permitted')
  })
})
