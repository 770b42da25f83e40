import { expect } from 'chai'
import { acknowledgeBy } from '#client/browser/inbox/acknowledge-by.js'
import type { Row } from '#client/browser/inbox/use-mailbox.js'
import { AuthorityId, CaseId, PackageId } from '#crypto/fields/fields.js'

const ID = '01a223db-b711-7f56-9681-4ca1485bccd4'
const [xa, xb, xc] = ['xa.moj', 'xb.pgo', 'xc.moj'].map((id) => AuthorityId.parse(id)) as [
  AuthorityId,
  AuthorityId,
  AuthorityId,
]
const row = (changes: Partial<Row> = {}): Row => ({
  ...{ package: PackageId.parse(ID), case: CaseId.parse(ID), sender: xa, recipients: [xb] },
  ...{ urgency: 'routine', submitted: '2026-05-04T09:00:00.000Z', documents: 0, octets: 0 },
  ...{ state: 'notified', box: 'inbox', ...changes },
})
const zones: Readonly<Record<string, string>> = { [xa]: 'UTC', [xb]: 'Asia/Amman', [xc]: 'UTC' }
const calendarOf = (authority: string) => {
  const timeZone = zones[authority]
  return timeZone === undefined ? undefined : { timeZone, officeHours: [], holidays: [] }
}

describe('the moment by which a package is to be acknowledged', () => {
  it('is the end of the seventh day, where the requested authority is', () => {
    expect(acknowledgeBy(row(), calendarOf)).to.equal('2026-05-11T21:00:00.000Z')
  })
  it('comes after 24 hours where it is urgent', () => {
    expect(acknowledgeBy(row({ urgency: 'emergency' }), calendarOf)).to.equal(
      '2026-05-05T09:00:00.000Z',
    )
  })
  it('is that of the first of several recipients', () => {
    const both = row({ recipients: [xc, xb] })
    expect(acknowledgeBy(both, calendarOf)).to.equal('2026-05-11T21:00:00.000Z')
  })
  it('is none once it is answered, nor while no calendar is at hand', () => {
    expect(acknowledgeBy(row({ state: 'accepted' }), calendarOf)).to.equal(undefined)
    expect(acknowledgeBy(row(), () => undefined)).to.equal(undefined)
  })
})
