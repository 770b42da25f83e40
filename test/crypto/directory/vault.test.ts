import { expect } from 'chai'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import { openVault, sealVault } from '#crypto/directory/vault.js'
import { sealEnvelope } from '#crypto/envelope/seal-envelope.js'
import { exportPrivateJwk } from '#crypto/keys/export-private.js'
import { codeOf } from '#test/support/code-of.js'
import { flipText } from '#test/support/flip-text.js'
import { type World, world } from '#test/support/world/world.js'

describe('the vault of an authority', () => {
  let w: World
  let vault: string
  before(async () => {
    w = await world()
    const openingKeys = [await exportPrivateJwk(w.xa.openingKey)]
    vault = await sealVault({ openingKeys }, [w.drafter.openingKey, w.approver.openingKey])
  })

  it('opens to the same keys for each of its officers, and lets them go only if asked', async () => {
    for (const { openingKey } of [w.drafter, w.approver]) {
      const [key] = await openVault(vault, openingKey)
      expect(key?.kid).to.equal(w.xa.openingKey.kid)
      expect(key?.privateKey.extractable).to.equal(false)
    }
  })

  it('can be sealed again to another circle', async () => {
    const keys = await openVault(vault, w.drafter.openingKey, { extractable: true })
    const openingKeys = await Promise.all(keys.map(exportPrivateJwk))
    const next = await sealVault({ openingKeys }, [w.approver.openingKey])
    expect(await openVault(next, w.approver.openingKey)).to.have.length(1)
    expect(await codeOf(() => openVault(next, w.drafter.openingKey))).to.equal('envelope/recipient')
  })

  it('is closed to any other officer', async () => {
    expect(await codeOf(() => openVault(vault, w.registrar.openingKey))).to.equal(
      'envelope/recipient',
    )
  })

  it('is refused when changed', async () => {
    const { openingKey } = w.drafter
    for (let bit = 3; bit < vault.length * 7; bit += 401) {
      // The line of the other officer concerns this one nothing: the relay could drop it as well.
      const code = await codeOf(() => openVault(flipText(vault, bit), openingKey))
      if (code === 'nothing was refused') {
        const [key] = await openVault(flipText(vault, bit), openingKey)
        expect(key?.kid).to.equal(w.xa.openingKey.kid)
      } else expect(code).to.match(/^(envelope|directory)\//)
    }
  })

  it('is refused when it holds something else, and never sealed so', async () => {
    const { openingKey } = w.drafter
    for (const content of [
      '',
      '[]',
      '{"format":"rogatory-vault","version":1,"openingKeys":[{}]}',
    ]) {
      const other = await sealEnvelope(toUtf8(content), [openingKey])
      expect(await codeOf(() => openVault(other, openingKey))).to.equal('directory/vault')
    }
    for (const openingKeys of [[], [{ kty: 'OKP' }]]) {
      expect(await codeOf(() => sealVault({ openingKeys }, [openingKey]))).to.equal(
        'directory/vault',
      )
    }
  })
})
