import { expect } from 'chai'
import { recentlyUsed } from '#crypto/keys/recently-used.js'

describe('recentlyUsed', () => {
  it('forgets what was not asked for longest', () => {
    const kept = recentlyUsed<number>(2)
    kept.set('a', 1)
    kept.set('b', 2)
    expect(kept.get('a')).to.equal(1)
    kept.set('c', 3)
    expect(kept.get('b')).to.equal(undefined)
    expect([kept.get('a'), kept.get('c')]).to.deep.equal([1, 3])
  })

  it('keeps one value for one name', () => {
    const kept = recentlyUsed<number>(2)
    kept.set('a', 1)
    kept.set('b', 2)
    kept.set('a', 3)
    expect([kept.get('a'), kept.get('b')]).to.deep.equal([3, 2])
  })
})
