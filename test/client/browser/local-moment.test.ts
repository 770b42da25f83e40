import { expect } from 'chai'
import {
  localDay,
  localMoment,
  localWall,
  localZone,
} from '#client/browser/components/local-moment.js'

/** Node asks for the zone anew when it is set. */
function inZone<T>(zone: string, say: () => T): T {
  const before = process.env['TZ']
  process.env['TZ'] = zone
  try {
    return say()
  } finally {
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
  }
}

describe('a moment that is written by the clock of this zone', () => {
  const begun = inZone('Asia/Tokyo', () => localMoment(new Date('2026-07-01T22:30:00Z')))

  it('is the same one where somebody goes on with it in another zone', () => {
    expect(begun).to.equal('2026-07-02T07:30:00+09:00')
    inZone('Europe/Paris', () => {
      expect(localWall(begun)).to.equal('2026-07-02T00:30')
      expect(localMoment(new Date(localWall(begun)))).to.equal('2026-07-02T00:30:00+02:00')
      expect(localZone(begun)).to.equal('Europe/Paris, UTC+02:00')
      expect(localZone('2026-01-01T00:00:00Z')).to.equal('Europe/Paris, UTC+01:00')
    })
  })

  it('is empty where there is none, and names the zone all the same', () => {
    expect([localWall(''), localWall('soon')]).to.deep.equal(['', ''])
    expect(inZone('UTC', () => localZone(''))).to.equal('UTC, UTC+00:00')
  })

  it('has the day of that zone as its day', () => {
    const at = new Date('2026-07-01T22:30:00Z')
    expect(inZone('Asia/Tokyo', () => localDay(at))).to.equal('2026-07-02')
    expect(inZone('America/Lima', () => localDay(at))).to.equal('2026-07-01')
  })
})
