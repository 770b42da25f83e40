import { readFileSync } from 'node:fs'
import { expect } from 'chai'

type Lag = {
  readonly current?: string
  readonly wanted: string
  readonly latest: string
  readonly dependent: string
}
type Judge = {
  readonly DAYS_TO_UPDATE: number
  judgeUpdates: (
    report: Readonly<Record<string, Lag | readonly Lag[]>>,
    about: {
      readonly packages: Readonly<Record<string, { readonly dev?: boolean }>>
      readonly root: { readonly name: string; readonly dependencies: object }
      timesOf: (name: string) => Promise<Readonly<Record<string, string>>>
      readonly today: Date
    },
  ) => Promise<string[]>
}
const { DAYS_TO_UPDATE, judgeUpdates } = (await import(
  new URL('../../tooling/judge-updates.mjs', import.meta.url).href
)) as Judge

const FIRST = '2026-01-01T00:00:00Z'

describe('the time frame for releases', () => {
  const lag = (dependent: string, wanted: string, latest = wanted): Lag => ({
    current: '1.0.0',
    wanted,
    latest,
    dependent,
  })
  const judge = (
    report: Readonly<Record<string, Lag | readonly Lag[]>>,
    times: Readonly<Record<string, string>> = { '1.0.1': FIRST, '2.0.0': FIRST },
    days = DAYS_TO_UPDATE + 1,
  ) =>
    judgeUpdates(report, {
      packages: {
        '': {},
        'node_modules/asked': {},
        'node_modules/asked/node_modules/inner': {},
        'node_modules/types/node_modules/@types/asked': {},
        'node_modules/tool': { dev: true },
      },
      root: { name: 'here', dependencies: { asked: '^1.0.0' } },
      timesOf: () => Promise.resolve(times),
      today: new Date(Date.parse(FIRST) + days * 86_400_000),
    })

  it('is held where all is new, and until its last day', async () => {
    expect(await judge({})).to.deep.equal([])
    expect(await judge({ asked: lag('here', '1.0.0') })).to.deep.equal([])
    expect(
      await judge({ asked: lag('here', '1.0.1') }, { '1.0.1': FIRST }, DAYS_TO_UPDATE),
    ).to.deep.equal([])
  })

  it('is broken by a newer major of what we ask for, and by what others would take', async () => {
    expect(await judge({ asked: lag('here', '1.0.0', '2.0.0') })).to.deep.equal([
      'asked 1.0.0: newer ones up to 2.0.0 are out, for 91 days; 90 days are allowed',
    ])
    expect(await judge({ inner: [lag('asked', '1.0.1', '2.0.0')] })).to.deep.equal([
      'inner 1.0.0: newer ones up to 1.0.1 are out, for 91 days; 90 days are allowed',
    ])
  })

  it('is counted from the first release that was passed over, however often newer ones come', async () => {
    const times = {
      created: '2020-01-01T00:00:00Z',
      '0.9.0': '2020-01-01T00:00:00Z',
      '1.0.0': FIRST,
      '1.10.0': '2026-03-02T00:00:00Z',
      '1.9.0': '2026-02-01T00:00:00Z',
      '1.2.0-beta': '2026-01-02T00:00:00Z',
      '2.0.0': '2026-01-03T00:00:00Z',
    }
    expect(await judge({ inner: lag('asked', '1.10.0', '2.0.0') }, times, 121)).to.deep.equal([])
    expect(await judge({ inner: lag('asked', '1.10.0', '2.0.0') }, times, 122)).to.deep.equal([
      'inner 1.0.0: newer ones up to 1.10.0 are out, for 91 days; 90 days are allowed',
    ])
  })

  it('asks nothing of another package’s majors, of tools, of types, or of what is not installed', async () => {
    expect(
      await judge({
        asked: lag('inner', '1.0.0', '2.0.0'),
        inner: lag('tool', '1.0.1'),
        tool: lag('here', '2.0.0'),
        '@types/asked': lag('asked', '2.0.0'),
      }),
    ).to.deep.equal([])
    const absent = { wanted: '2.0.0', latest: '2.0.0', dependent: 'here' }
    expect(await judge({ asked: absent })).to.deep.equal([])
  })

  it('is not held by a release of which the registry does not tell since when', async () => {
    expect(await judge({ asked: lag('here', '2.0.0') }, { '1.0.1': FIRST })).to.deep.equal([
      'asked 1.0.0: newer ones up to 2.0.0 are out, the registry does not tell since when; 90 days are allowed',
    ])
  })

  it('is the one that SECURITY.md promises', () => {
    const page = readFileSync(new URL('../../SECURITY.md', import.meta.url), 'utf8')
    expect(page).to.include(`at least every ${DAYS_TO_UPDATE} days`)
  })
})
