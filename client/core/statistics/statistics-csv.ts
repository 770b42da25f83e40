import { formatCsv } from '../csv.js'
import type { Duration, ExchangeStatistics } from './exchange-statistics.js'

const HEADINGS = [
  ...['direction', 'counterpart', 'template', 'packages'],
  ...['received', 'received_median_s', 'received_longest_s'],
  ...['registered', 'registered_median_s', 'registered_longest_s'],
  ...['executed', 'executed_median_s', 'executed_longest_s'],
  ...['refused', 'withdrawn', 'open'],
]
const cells = ({ count, median, longest }: Duration) =>
  [count, median ?? '', longest ?? ''].map(String)

/** What was counted as CSV with a line of headings; times in seconds, empty where there is none. */
export const statisticsCsv = ({ rows }: ExchangeStatistics): string =>
  formatCsv([
    HEADINGS,
    ...rows.map((row) => [
      ...[row.direction, row.counterpart, row.template, String(row.packages)],
      ...[row.received, row.registered, row.executed].flatMap(cells),
      ...[row.refused, row.withdrawn, row.open].map(String),
    ]),
  ])
