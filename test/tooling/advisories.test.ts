import { readFileSync } from 'node:fs'
import { expect } from 'chai'

type Judge = {
  readonly DAYS: Readonly<Record<string, number>>
  judgeAdvisories: (
    report: object,
    known: readonly { readonly id: string; readonly seen: string; readonly why: string }[],
    today: Date,
  ) => string[]
}
const { DAYS, judgeAdvisories } = (await import(
  new URL('../../tooling/judge-advisories.mjs', import.meta.url).href
)) as Judge

describe('the time frames for vulnerable packages', () => {
  const url = 'https://advisories.example/GHSA-aaaa'
  const report = {
    vulnerabilities: {
      inner: { via: [{ url, severity: 'high' as const }] },
      outer: { via: ['inner'] },
    },
  }
  const seen = { id: 'GHSA-aaaa', seen: '2026-11-01', why: 'not reachable' }

  it('are held where nothing is known, and until the last day', () => {
    expect(judgeAdvisories({ vulnerabilities: {} }, [], new Date())).to.deep.equal([])
    expect(judgeAdvisories(report, [seen], new Date('2026-11-15T23:00:00Z'))).to.deep.equal([])
  })

  it('are broken by an advisory that nobody noted, by one that is too old, and by a stale note', () => {
    const [unnoted] = judgeAdvisories(report, [], new Date())
    expect(unnoted).to.match(/^GHSA-aaaa of inner \(high\) is not noted/)
    expect(judgeAdvisories(report, [seen], new Date('2026-11-16T00:00:00Z'))).to.deep.equal([
      'GHSA-aaaa of inner (high) was seen 15 days ago, 14 are allowed',
    ])
    expect(judgeAdvisories({ vulnerabilities: {} }, [seen], new Date())).to.have.length(1)
  })

  it('are those that SECURITY.md promises', () => {
    const page = readFileSync(new URL('../../SECURITY.md', import.meta.url), 'utf8')
    for (const severity of ['critical', 'high', 'moderate', 'low'] as const) {
      expect(page).to.match(new RegExp(`\\| ${severity} +\\| ${DAYS[severity]} days`))
    }
  })
})
