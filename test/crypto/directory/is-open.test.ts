import { expect } from 'chai'
import { isOpen, wallTime } from '#crypto/directory/is-open.js'

const lisbon = {
  timeZone: 'Europe/Lisbon',
  officeHours: [
    { days: [1, 2, 3, 4, 5], from: '09:00', to: '12:30' },
    { days: [1, 2, 3, 4], from: '14:00', to: '17:30' },
  ],
  holidays: [{ from: '2026-12-24', to: '2027-01-01' }],
}

describe('an office', () => {
  it('is open by its own clock, in winter and in summer', () => {
    // Lisbon is at UTC in winter and at UTC+1 in summer.
    expect(isOpen(lisbon, new Date('2026-03-02T09:00:00Z'))).to.equal(true)
    expect(isOpen(lisbon, new Date('2026-03-02T08:59:59Z'))).to.equal(false)
    expect(isOpen(lisbon, new Date('2026-07-06T08:00:00Z'))).to.equal(true)
    expect(isOpen(lisbon, new Date('2026-07-06T07:59:59Z'))).to.equal(false)
  })

  it('closes for lunch, on Friday afternoon, and at the end of the day', () => {
    expect(isOpen(lisbon, new Date('2026-03-02T12:30:00Z'))).to.equal(false)
    expect(isOpen(lisbon, new Date('2026-03-05T15:00:00Z'))).to.equal(true)
    expect(isOpen(lisbon, new Date('2026-03-06T15:00:00Z'))).to.equal(false)
    expect(isOpen(lisbon, new Date('2026-03-05T17:30:00Z'))).to.equal(false)
    expect(isOpen(lisbon, new Date('2026-03-07T10:00:00Z')), 'Saturday').to.equal(false)
  })

  it('keeps its holidays, first and last day included', () => {
    expect(isOpen(lisbon, new Date('2026-12-23T10:00:00Z'))).to.equal(true)
    for (const day of ['2026-12-24', '2026-12-29', '2027-01-01']) {
      expect(isOpen(lisbon, new Date(`${day}T10:00:00Z`)), day).to.equal(false)
    }
    expect(isOpen(lisbon, new Date('2027-01-04T10:00:00Z'))).to.equal(true)
  })

  it('may stand on the other side of the date line', () => {
    const kiritimati = { timeZone: 'Pacific/Kiritimati', holidays: [], officeHours: [] }
    expect(wallTime(new Date('2026-11-24T23:30:00Z'), kiritimati.timeZone)).to.deep.equal({
      day: '2026-11-25',
      time: '13:30',
      weekday: 3,
    })
    expect(isOpen(kiritimati, new Date())).to.equal(false)
  })

  it('shows midnight as 00:00', () => {
    expect(wallTime(new Date('2026-11-24T00:00:00Z'), 'UTC').time).to.equal('00:00')
  })
})
