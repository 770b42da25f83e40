import { expect } from 'chai'
import { deliveredFrom, isDeliverable } from '#client/core/packages/moments-of.js'

const now = new Date('2026-03-01T12:00:00Z')
const before = new Date('2026-02-01T12:00:00Z')
const later = new Date('2026-03-02T12:00:00Z')
const latest = new Date('2026-03-03T12:00:00Z')

describe('when a draft is delivered, and until when', () => {
  it('leaves time between its delivery and its end', () => {
    expect(isDeliverable({}, now)).to.equal(true)
    expect(isDeliverable({ notBefore: later }, now)).to.equal(true)
    expect(isDeliverable({ expires: later }, now)).to.equal(true)
    expect(isDeliverable({ expires: now }, now)).to.equal(false)
    expect(isDeliverable({ expires: before }, now)).to.equal(false)
    expect(isDeliverable({ notBefore: later, expires: latest }, now)).to.equal(true)
    expect(isDeliverable({ notBefore: latest, expires: later }, now)).to.equal(false)
  })

  it('is never in the past', () => {
    expect(
      isDeliverable({ notBefore: before, expires: new Date(before.getTime() + 1) }, now),
    ).to.equal(false)
    expect(deliveredFrom({}, now)).to.deep.equal(now)
    expect(deliveredFrom({ notBefore: before }, now)).to.deep.equal(now)
    expect(deliveredFrom({ notBefore: later }, now)).to.deep.equal(later)
  })
})
