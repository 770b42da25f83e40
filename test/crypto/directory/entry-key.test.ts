import { expect } from 'chai'
import { entryKey, entrySealingKey } from '#crypto/directory/entry-key.js'
import { generateOpeningKey } from '#crypto/keys/generate.js'
import { codeOf } from '#test/support/code-of.js'
import { after, BEGIN, END, NOW } from '#test/support/world/moments.js'
import { entryKeyOf } from '#test/support/world/parties.js'
import { type World, world } from '#test/support/world/world.js'

describe('the keys of an entry', () => {
  let w: World
  before(async () => {
    w = await world()
  })

  it('are found by purpose, moment and name', async () => {
    const { entry, credentialsKey, openingKey } = w.xa
    expect((await entryKey(entry, 'credentials', NOW)).kid).to.equal(credentialsKey.kid)
    expect((await entrySealingKey(entry, NOW)).kid).to.equal(openingKey.kid)
    const { kid } = openingKey
    expect(await codeOf(() => entryKey(entry, 'credentials', NOW, kid))).to.equal('directory/key')
    expect(await codeOf(() => entryKey(entry, 'evidence', NOW))).to.equal('directory/key')
    expect(await codeOf(() => entryKey(entry, 'credentials', after(END, 1)))).to.equal(
      'directory/key',
    )
    expect(await codeOf(() => entryKey(entry, 'credentials', new Date(NaN)))).to.equal(
      'directory/key',
    )
  })

  it('rotate with an overlap: the newest in force seals, whatever its place', async () => {
    const next = await generateOpeningKey('x25519')
    const rotated = { ...entryKeyOf('envelopes', next), notBefore: NOW.toISOString() }
    for (const keys of [
      [rotated, ...w.xa.claims.keys],
      [...w.xa.claims.keys, rotated],
    ]) {
      const entry = { ...w.xa.entry, payload: { ...w.xa.claims, keys } }
      expect((await entrySealingKey(entry, BEGIN)).kid).to.equal(w.xa.openingKey.kid)
      expect((await entrySealingKey(entry, NOW)).kid).to.equal(next.kid)
    }
  })
})
