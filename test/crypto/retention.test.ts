import { expect } from 'chai'
import { AuthorityId, CaseId, PackageId } from '#crypto/fields/fields.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { isHeld } from '#crypto/retention/is-held.js'
import { HoldScope, type LegalHold } from '#crypto/retention/legal-hold.js'
import { retentionOf } from '#crypto/retention/retention-of.js'
import { NOW } from '#test/support/world/moments.js'

const [xa, xb, xc] = ['xa.moj', 'xb.pgo', 'xc.court'].map((id) => AuthorityId.parse(id)) as [
  AuthorityId,
  AuthorityId,
  AuthorityId,
]
const time = (day: number) => `2026-03-${String(day).padStart(2, '0')}T09:00:00.000Z`
const header = {
  package: PackageId.parse(uuidV7(NOW)),
  case: CaseId.parse(uuidV7(NOW)),
  sender: xa,
  recipients: [xb, xc].map((authority) => ({ authority, entry: 'f'.repeat(64) })),
  urgency: 'urgent' as const,
  notBefore: null as string | null,
}

describe('the class of a package, and since when its time runs', () => {
  const a1 = { code: 'A.1', recipient: null, time: time(1) } as const
  const outcome = (code: 'C.3' | 'C.4' | 'C.5', recipient: AuthorityId, day: number) => ({
    code,
    recipient,
    time: time(day),
  })
  const classed = (chain: Parameters<typeof retentionOf>[1], changes = {}) => {
    const found = retentionOf({ ...header, ...changes }, chain)
    return found && [found.class, found.since.toISOString()]
  }

  it('is none of what was not taken in', () => {
    expect(classed([])).to.equal(undefined)
    expect(classed([{ ...a1, code: 'A.2' }])).to.equal(undefined)
  })

  it('is undecided while one recipient has no outcome, from when it could be delivered', () => {
    expect(classed([a1, outcome('C.3', xb, 5)])).to.deep.equal(['undecided', time(1)])
    expect(classed([a1], { notBefore: time(4) })).to.deep.equal(['undecided', time(4)])
  })

  it('is its urgency from the last recipient’s first outcome on', () => {
    const chain = [a1, outcome('C.5', xc, 6), outcome('C.3', xb, 5), outcome('C.3', xc, 9)]
    expect(classed(chain)).to.deep.equal(['urgent', time(6)])
    expect(classed(chain, { urgency: 'routine' })).to.deep.equal(['routine', time(6)])
  })
})

describe('legal holds', () => {
  const hold = (changes: Partial<LegalHold>): LegalHold => ({
    relay: xa,
    hold: 'one',
    standing: 'placed',
    reason: 'x',
    declared: time(1),
    scope: { of: 'packages', packages: [header.package] },
    ...changes,
  })
  const lifted = { standing: 'lifted' as const }

  it('cover packages, cases, and both sides of an authority', () => {
    const scopes: readonly (readonly [HoldScope, boolean])[] = [
      [{ of: 'packages', packages: [header.package] }, true],
      [{ of: 'packages', packages: [PackageId.parse(uuidV7(NOW))] }, false],
      [{ of: 'case', case: header.case }, true],
      [{ of: 'case', case: CaseId.parse(uuidV7(NOW)) }, false],
      [{ of: 'authority', authority: xa }, true],
      [{ of: 'authority', authority: xc }, true],
      [{ of: 'authority', authority: AuthorityId.parse('xd.moj') }, false],
    ]
    for (const [scope, expected] of scopes) {
      expect(isHeld([hold({ scope })], header), JSON.stringify(scope)).to.equal(expected)
    }
  })

  it('count as they were stated last, each by its name', () => {
    expect(isHeld([hold({}), hold(lifted)], header)).to.equal(false)
    expect(isHeld([hold({}), hold(lifted), hold({})], header)).to.equal(true)
    expect(isHeld([hold({}), hold({ ...lifted, hold: 'two' })], header)).to.equal(true)
    const elsewhere: HoldScope = { of: 'authority', authority: AuthorityId.parse('xd.moj') }
    expect(isHeld([hold({}), hold({ scope: elsewhere })], header)).to.equal(false)
  })

  it('have a scope that is neither empty nor without bounds', () => {
    const packages = Array.from({ length: 257 }, () => header.package)
    expect(HoldScope.safeParse({ of: 'packages', packages: [] }).success).to.equal(false)
    expect(HoldScope.safeParse({ of: 'packages', packages }).success).to.equal(false)
    expect(HoldScope.safeParse({ of: 'everything' }).success).to.equal(false)
  })
})
