import { join } from 'node:path'
import type {
  Duration,
  ExchangeRow,
  ExchangeStatistics,
} from '../../core/statistics/exchange-statistics.js'
import { gatherStatistics } from '../../core/statistics/gather-statistics.js'
import { statisticsCsv } from '../../core/statistics/statistics-csv.js'
import { diskSearchStore } from '../../files/disk-search-store.js'
import type { CommandContext } from '../command-context.js'
import { officerSession } from '../officer-session.js'
import { readDay } from '../options/read-day.js'
import { table } from '../lines/table.js'
import { terminalOf } from '../terminal-of.js'

export async function statistics(context: CommandContext): Promise<void> {
  const { from, to, csv } = context.options
  const period = {
    ...(typeof from === 'string' && { from: readDay('--from', from) }),
    ...(typeof to === 'string' && { to: readDay('--to', to) }),
  }
  const session = await officerSession(context)
  const store = diskSearchStore(join(context.global.home, 'search'))
  const found = await gatherStatistics(session, store, period)
  terminalOf(context).result(
    { from: period.from?.toISOString() ?? null, to: period.to?.toISOString() ?? null, ...found },
    csv === true ? [statisticsCsv(found).replace(/\r\n$/, '')] : linesOf(found),
  )
}

function linesOf({ rows, reciprocity }: ExchangeStatistics): readonly string[] {
  if (rows.length === 0) return ['Nothing was exchanged in that time.']
  return [
    ...table(
      [
        '',
        'counterpart',
        'template',
        'packages',
        'received',
        'registered',
        'executed',
        'refused',
        'open',
      ],
      rows.map(rowCells),
    ),
    '',
    ...table(
      ['counterpart', 'we asked', 'answered', 'they asked', 'we answered'],
      reciprocity.map(({ counterpart, asked, theyAnswered, wereAsked, weAnswered }) => [
        counterpart,
        ...[asked, theyAnswered, wereAsked, weAnswered].map(String),
      ]),
    ),
    '',
    'Times: the median from the submission, by the relay’s clock.',
  ]
}

const rowCells = (row: ExchangeRow) => [
  ...[row.direction, row.counterpart, row.template, String(row.packages)],
  ...[row.received, row.registered, row.executed].map(shown),
  ...[row.refused, row.open].map(String),
]

function shown({ count, median }: Duration): string {
  if (median === null) return '–'
  const hours = median / 3600
  if (hours < 1) return `${count} in ${Math.round(median / 60)} min`
  return hours < 48
    ? `${count} in ${hours.toFixed(1)} h`
    : `${count} in ${(hours / 24).toFixed(1)} days`
}
