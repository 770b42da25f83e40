import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import { parse } from 'yaml'
import { z } from 'zod'
import { servedMetrics } from '#test/support/constellation/served-metrics.js'

const read = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../docs/${path}`, import.meta.url)), 'utf8')

/** Rules as Prometheus has them: a member that it does not know would keep it from starting. */
const Rules = z.strictObject({
  groups: z.array(
    z.strictObject({
      name: z.string(),
      rules: z.array(
        z.strictObject({
          alert: z.string().regex(/^Rogatory[A-Za-z]+$/),
          expr: z.string(),
          for: z
            .string()
            .regex(/^\d+[smh]$/)
            .optional(),
          labels: z.strictObject({ severity: z.enum(['page', 'ticket']) }),
          annotations: z.strictObject({ summary: z.string() }),
        }),
      ),
    }),
  ),
})
const Board = z.object({
  panels: z.array(
    z.object({ title: z.string(), targets: z.array(z.object({ expr: z.string() })).min(1) }),
  ),
})

const alerts = Rules.parse(parse(read('operations/alerts.yaml'))).groups.flatMap(
  ({ rules }) => rules,
)
const { panels } = Board.parse(JSON.parse(read('operations/dashboard.json')))
const questions = [
  ...alerts.map(({ expr }) => expr),
  ...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
]

/** Made by Prometheus itself about each of its targets. */
const OF_PROMETHEUS = { up: ['job', 'instance'] }
const OF_EVERY_SERIES = ['job', 'instance']

/** Metrics that an expression names, each with the labels it selects by. */
function named(expr: string): { metric: string; labels: string[] }[] {
  return [...expr.matchAll(/\b((?:rogatory|nodejs|process)_\w+|up)(?:\{([^}]*)\})?/g)].map(
    ([, metric = '', selectors = '']) => ({
      metric,
      labels: [...selectors.matchAll(/(\w+)\s*[=!]/g)].map(([, label = '']) => label),
    }),
  )
}

const grouped = (expr: string) =>
  [...expr.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, labels = '']) => labels.split(/,\s*/))

/** Every series of a text in the format of Prometheus: its name, with the labels that it has. */
function series(text: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const [, name = ''] of text.matchAll(/^# TYPE (\S+)/gm)) found.set(name, new Set())
  for (const [, name = '', labels = ''] of text.matchAll(/^([a-z]\w*)(?:\{(.*)\})? \S+$/gm)) {
    const own = found.get(name) ?? new Set()
    for (const [, label = ''] of labels.matchAll(/(\w+)="/g)) own.add(label)
    found.set(name, own)
  }
  return found
}

describe('the alarms and the board of docs/operations', function () {
  this.timeout(300_000)
  let served: Awaited<ReturnType<typeof servedMetrics>>
  let known: ReadonlyMap<string, ReadonlySet<string>>

  before(async () => {
    served = await servedMetrics()
    await (await fetch(`${served.url}/health/live`)).text()
    await (await fetch(`${served.url}/nowhere/secret-id`, { method: 'POST' })).text()
    const relay = await served.relay()
    expect(relay).to.match(/route="\/health\/live",status="200"/)
    expect(relay).not.to.contain('secret-id')
    known = series(`${relay}\n${await served.workers()}`)
  })
  after(() => served.close())

  it('name only metrics that relay or workers serve, with labels that these have', () => {
    for (const expr of questions) {
      expect(named(expr), expr).not.to.have.length(0)
      for (const { metric, labels } of named(expr)) {
        const own = metric in OF_PROMETHEUS ? new Set(OF_PROMETHEUS.up) : known.get(metric)
        expect(own === undefined, `${metric} is not served`).to.equal(false)
        // What has no series in an empty relay shows no labels either.
        if (own === undefined || own.size === 0) continue
        for (const label of [...labels, ...grouped(expr)]) {
          expect([...own, ...OF_EVERY_SERIES], `label of ${metric} in ${expr}`).to.contain(label)
        }
      }
    }
  })

  it('show on the board whatever an alarm rests on', () => {
    const metricsOf = (exprs: readonly string[]) =>
      new Set(exprs.flatMap(named).map(({ metric }) => metric.replace(/_(bucket|count|sum)$/, '')))
    const shown = metricsOf(panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)))
    const asked = [...metricsOf(alerts.map(({ expr }) => expr))]
    expect(asked.filter((one) => !(one in OF_PROMETHEUS) && !shown.has(one))).to.deep.equal([])
  })

  it('have a section each in the runbook, in their order, and no other has one', () => {
    const sections = [...read('alarms.md').matchAll(/^## `(Rogatory\w+)`$/gm)].map(
      ([, name]) => name,
    )
    expect(sections).to.deep.equal(alerts.map(({ alert }) => alert))
    expect(new Set(sections).size).to.equal(sections.length)
  })

  it('serve metrics nowhere but on their own port', async () => {
    const answer = await fetch(`${served.url}/metrics`)
    await answer.text()
    expect(answer.status).to.equal(404)
  })
})
