import { expect } from 'chai'
import { acknowledgeBy } from '#client/browser/inbox/acknowledge-by.js'
import { ClockRules } from '#client/case/clocks/clock-rule.js'
import type { Row } from '#client/browser/inbox/use-mailbox.js'
import { AuthorityId, CaseId, PackageId } from '#crypto/fields/fields.js'

const ID = '01a223db-b711-7f56-9681-4ca1485bccd4'
const [xa, xb, xc] = ['xa.moj', 'xb.pgo', 'xc.moj'].map((id) => AuthorityId.parse(id)) as [
  AuthorityId,
  AuthorityId,
  AuthorityId,
]
const SENT = '2026-05-04T09:00:00.000Z'
const row = (changes: Partial<Row> = {}): Row => ({
  package: PackageId.parse(ID),
  case: CaseId.parse(ID),
  sender: xa,
  recipients: [xb],
  urgency: 'routine',
  submitted: SENT,
  documents: 0,
  octets: 0,
  state: 'notified',
  box: 'inbox',
  waiting: [{ authority: xb, since: SENT }],
  ...changes,
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
    const waiting = [xc, xb].map((authority) => ({ authority, since: SENT }))
    const both = row({ recipients: [xc, xb], waiting })
    expect(acknowledgeBy(both, calendarOf)).to.equal('2026-05-11T21:00:00.000Z')
  })
  it('is counted from when it was available, not from when it was submitted', () => {
    const waiting = [{ authority: xb, since: '2026-05-09T09:00:00.000Z' }]
    expect(acknowledgeBy(row({ waiting }), calendarOf)).to.equal('2026-05-16T21:00:00.000Z')
  })
  it('is by the own rules first, where they can be told from a row', () => {
    const rule = { kind: 'acknowledgement', source: 'an arrangement' }
    const own = ClockRules.parse([
      { ...rule, templates: ['mla-request'], duration: { count: 1, unit: 'hours' } },
      { ...rule, assistance: ['search'], duration: { count: 2, unit: 'hours' } },
      { ...rule, counterpart: 'xc.moj', duration: { count: 3, unit: 'hours' } },
      { ...rule, urgency: ['urgent'], duration: { count: 4, unit: 'hours' } },
      { ...rule, counterpart: 'xb.pgo', duration: { count: 5, unit: 'hours' } },
    ])
    expect(acknowledgeBy(row(), calendarOf, own)).to.equal('2026-05-04T14:00:00.000Z')
  })
  it('is none once it is answered, nor while no calendar is at hand', () => {
    expect(acknowledgeBy(row({ state: 'accepted', waiting: [] }), calendarOf)).to.equal(undefined)
    expect(acknowledgeBy(row(), () => undefined)).to.equal(undefined)
  })
})
