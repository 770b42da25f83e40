import { expect } from 'chai'
import { pkg } from '#client/browser/package/texts/en.js'
import { type TimelineSource, timelineOf } from '#client/browser/package/timeline-of.js'
import type { Report } from '#client/report/report.js'
import { type PackageEventCode, packageEvents } from '#crypto/evidence/event.js'

describe('the evidence timeline of a package', () => {
  const codes = Object.keys(packageEvents) as PackageEventCode[]
  const record = {
    header: { digest: 'h', payload: { sender: 'xa.moj', created: '2026-01-01T00:00:00.000Z' } },
    evidence: codes.map((code, at) => ({
      digest: `e${at}`,
      payload: {
        code,
        recipient: null,
        reasons: [],
        time: `2026-01-02T00:00:${String(at).padStart(2, '0')}Z`,
      },
    })),
  }
  const source = { read: { record }, receipts: [] } as unknown as TimelineSource

  it('leaves no event out, and has words for each that no proof rests on', () => {
    const rows = timelineOf(source, undefined)
    expect(rows.map(({ code }) => code)).to.deep.equal(['', ...codes])
    const texts: Readonly<Record<string, string>> = pkg
    const silent = rows.filter(
      ({ fact, code }) => fact === undefined && !texts[`event-${code.replace('.', '')}`],
    )
    expect(silent).to.deep.equal([])
  })

  it('tells failures of delivery apart, their stages, and the clocks of each', () => {
    const text = 'final: nobody fetched the whole package until then'
    const [one, another] = (['D.4', 'E.2'] as const).map((code, at) => ({
      digest: `f${at}`,
      payload: {
        code,
        recipient: 'xb.pgo',
        time: `2026-01-02T00:00:0${at}Z`,
        reasons: [{ code: 'not-handed-over-in-time', text }],
      },
    }))
    const failed = { read: { record: { ...record, evidence: [one, another] } }, receipts: [] }
    const attested = { attested: '2026-01-03T00:00:00Z' }
    const fact = { fact: 'undelivered', statement: 'f0' }
    const report = { moments: [{ fact, recipient: 'xb.pgo', clocks: attested }] }
    const rows = timelineOf(failed as unknown as TimelineSource, report as unknown as Report)
    expect(rows.slice(1).map(({ other, stage }) => [other, stage])).to.deep.equal([
      ['D.4', 'final'],
      ['E.2', 'final'],
    ])
    expect(rows.slice(1).map(({ clocks }) => clocks.attested)).to.deep.equal([
      attested.attested,
      undefined,
    ])
  })

  it('says which are failures', () => {
    const failed = timelineOf(source, undefined).filter(({ isFailure }) => isFailure)
    expect(failed.map(({ code }) => code)).to.include.members(['D.2', 'K.2', 'K.6'])
    expect(failed.map(({ code }) => code)).to.not.include('R.1')
  })
})
