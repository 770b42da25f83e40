import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { basename, join } from 'node:path'
import { type Comparison, judge, type Judged } from './comparison.js'

/** Prints a benchmark's comparisons as a table of Markdown, and keeps them as `.bench/NAME.json`. */
export function report(comparisons: readonly Comparison[]): void {
  const judged = comparisons.map(judge)
  const name = basename(process.argv[1] ?? 'unnamed').replace(/\.bench\.\w+$/, '')
  mkdirSync('.bench', { recursive: true })
  const kept = { name, at: new Date().toISOString(), conditions: conditions(), lines: judged }
  writeFileSync(join('.bench', `${name}.json`), `${JSON.stringify(kept, undefined, 2)}\n`)
  console.log(table(judged))
}

const conditions = () => ({
  node: process.version,
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 1024 ** 3),
  load: loadavg().map((load) => Number(load.toFixed(1))),
})

const HEAD = ['row', 'work', 'median', 'p99', 'against', 'its median', 'ratio', 'reach', 'met']

/** Columns as wide as their widest cell. */
export function table(lines: readonly Judged[]): string {
  const rows = [HEAD, ...lines.map(cells)]
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  const [head = '', ...body] = rows.map(line)
  return [head, rule, ...body].join('\n')
}

function cells({ row, work, unit, median, p99, samples, peer, ratio, reach, met }: Judged) {
  return [
    String(row),
    work,
    `${figure(median)} ${unit}`,
    samples >= 100 ? `${figure(p99)} ${unit}` : '',
    peer?.name ?? '',
    peer?.missing ?? (peer?.median === undefined ? '' : `${figure(peer.median)} ${unit}`),
    ratio === undefined ? '' : figure(ratio),
    bound(reach),
    met === undefined ? '' : met ? 'yes' : 'no',
  ]
}

const bound = (reach: Judged['reach']): string => {
  if (reach === undefined) return ''
  return 'atLeast' in reach ? `≥ ${reach.atLeast}` : `≤ ${reach.atMost}`
}

/** Three significant digits, thousands apart. */
const figure = (value: number): string =>
  value >= 1000
    ? Math.round(value).toLocaleString('en')
    : String(Number(value.toPrecision(value >= 100 ? 3 : 2)))
