import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import { stringify } from 'yaml'

const RULES = fileURLToPath(new URL('../../docs/operations/alerts.yaml', import.meta.url))

type Case = {
  readonly alarm: string
  readonly when: string
  /** Samples of each series, one every half minute, as promtool spells them. */
  readonly series: Readonly<Record<string, string>>
  readonly at: string
  readonly fires: boolean
}

const size = (instance: string) =>
  `rogatory_log_size{job="rogatory-workers",instance="${instance}"}`
const givenUp = (instance: string) =>
  `rogatory_alerts_undelivered{job="rogatory-workers",instance="${instance}",state="failed"}`

const cases: readonly Case[] = [
  {
    alarm: 'RogatoryLogShrunk',
    when: 'an hour after a backup is restored, under other workers',
    series: { [size('a')]: '100+1x120', [size('b')]: '_x240 150+0x60' },
    at: '2h10m',
    fires: true,
  },
  {
    alarm: 'RogatoryLogShrunk',
    when: 'the worker that was asked last is replaced',
    series: { [size('a')]: '100+1x60', [size('b')]: '99+1x240' },
    at: '1h',
    fires: false,
  },
  {
    alarm: 'RogatoryAlertGivenUp',
    when: 'it is given up while workers are replaced',
    series: { [givenUp('a')]: '3+0x60', [givenUp('b')]: '_x80 4+0x60' },
    at: '45m',
    fires: true,
  },
  {
    alarm: 'RogatoryAlertGivenUp',
    when: 'nothing new, under other workers',
    series: { [givenUp('a')]: '3+0x60', [givenUp('b')]: '_x80 3+0x60' },
    at: '45m',
    fires: false,
  },
  {
    alarm: 'RogatoryFaults',
    when: 'the first fault of a process',
    series: { 'rogatory_log_lines_total{event="http.fault",level="error"}': '0+0x10 1+0x10' },
    at: '8m',
    fires: true,
  },
  {
    alarm: 'RogatoryRelayDown',
    when: 'one of two relays is gone',
    series: {
      'up{job="rogatory-relay",instance="a"}': '1+0x20',
      'up{job="rogatory-relay",instance="b"}': '0+0x20',
    },
    at: '5m',
    fires: true,
  },
]

/** By Prometheus's own judge of rules, where it is installed. */
describe('the alarms, as Prometheus judges them', function () {
  this.timeout(300_000)
  let folder: string
  before(() => (folder = mkdtempSync(join(tmpdir(), 'rogatory-alarms-'))))
  after(() => rmSync(folder, { recursive: true }))

  const promtool = (...words: string[]) => spawnSync('promtool', words, { encoding: 'utf8' })

  it('are rules that it loads', function () {
    const { error, status, stdout, stderr } = promtool('check', 'rules', RULES)
    if (error !== undefined) this.skip()
    expect(status, stdout + stderr).to.equal(0)
  })

  for (const { alarm, when, series, at, fires } of cases) {
    it(`${alarm} ${fires ? 'fires' : 'is silent'}: ${when}`, function () {
      const values = Object.entries(series).map(([name, samples]) => ({
        series: name,
        values: samples,
      }))
      // Which labels and texts it comes with is not the question.
      const query = `count(ALERTS{alertname="${alarm}",alertstate="firing"})`
      const samples = fires ? [{ labels: '{}', value: 1 }] : []
      const file = join(folder, 'case.yaml')
      writeFileSync(
        file,
        stringify({
          rule_files: [RULES],
          tests: [
            {
              interval: '30s',
              input_series: values,
              promql_expr_test: [{ expr: query, eval_time: at, exp_samples: samples }],
            },
          ],
        }),
      )
      const { error, status, stdout, stderr } = promtool('test', 'rules', file)
      if (error !== undefined) this.skip()
      expect(status, stdout + stderr).to.equal(0)
    })
  }
})
