import { expect } from 'chai'
import { openClocks } from '#client/browser/case/open-clocks.js'
import type { WatchedClock } from '#client/core/cases/watch-clocks.js'
import { AuthorityId, PackageId } from '#crypto/fields/fields.js'

const clock = (changes: Partial<WatchedClock>): WatchedClock => ({
  kind: 'decision',
  counterpart: AuthorityId.parse('xb.pgo'),
  evidence: 'e'.repeat(64),
  request: PackageId.parse('01a223db-b711-7f56-9681-4ca1485bccd4'),
  begins: '2026-05-04T09:00:00.000Z',
  due: '2026-06-04T09:00:00.000Z',
  warnings: [],
  state: 'running',
  mayRunAgain: false,
  source: 'practice',
  rings: null,
  ...changes,
})

describe('the clocks that a reminder may be asked for', () => {
  it('are those that run or stand still, the first to be due first', () => {
    const late = clock({})
    const soon = clock({ kind: 'execution', due: '2026-05-05T09:00:00.000Z', state: 'suspended' })
    const over = clock({ kind: 'acknowledgement', state: 'ended' })
    expect(openClocks([late, over, soon])).to.deep.equal([soon, late])
  })
})
