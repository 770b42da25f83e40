import { expect } from 'chai'
import { LinguistProfile } from '#crypto/directory/linguist-profile.js'
import { OfficerCredential } from '#crypto/directory/officer-credential.js'
import { world } from '#test/support/world/world.js'

const profile: LinguistProfile = {
  pairs: [
    { from: 'ar', to: 'fr' },
    { from: 'fr', to: 'ar' },
  ],
  accreditation: { body: 'Court of Appeal', number: '7' },
  clearance: null,
  capacity: 3,
  confidentialitySince: null,
  conflictsDeclared: null,
}

describe('what a translator is vouched for', () => {
  it('names two languages in each pair, each pair once, and takes at least one hand-off', () => {
    const is = (changes: object) => LinguistProfile.safeParse({ ...profile, ...changes }).success
    expect(is({})).to.equal(true)
    expect(is({ pairs: [] })).to.equal(false)
    expect(is({ pairs: [{ from: 'ar', to: 'ar' }] })).to.equal(false)
    expect(is({ pairs: [...profile.pairs, { from: 'ar', to: 'fr' }] })).to.equal(false)
    expect(is({ capacity: 0 })).to.equal(false)
    expect(is({ rate: 12 })).to.equal(false)
  })

  it('stands in the credential of a translator and of nobody else', async () => {
    const { claims } = (await world()).drafter
    const is = (roles: readonly string[]) =>
      OfficerCredential.safeParse({ ...claims, roles, linguist: profile }).success
    expect(is(['translator'])).to.equal(true)
    expect(is(['case'])).to.equal(false)
  })
})
