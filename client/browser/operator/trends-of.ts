import type { Operations } from '#server/contract/endpoints/operations-endpoints.js'

/** What is told of a relay at one moment, as far as a line is drawn of it. */
export type Reading = Pick<Operations, 'at' | 'jobs' | 'log'>

const SERIES = ['leaves', 'unsequenced', 'overdue', 'refused'] as const

type Trend = {
  readonly name: (typeof SERIES)[number]
  /** In the order in which they were read. */
  readonly values: readonly number[]
  readonly now: number
  readonly least: number
  readonly most: number
}

/** Two hours of them, at one each quarter of a minute. */
const KEPT = 480

/** The readings with one more; the oldest make room, and none is there twice. */
export const withReading = (before: readonly Reading[], next: Reading): readonly Reading[] =>
  before.at(-1)?.at === next.at ? before : [...before, next].slice(-KEPT)

/** How each quantity went through the readings, of which there is at least one. */
export function trendsOf(readings: readonly Reading[]): readonly Trend[] {
  return SERIES.map((name) => {
    const values = readings.map((reading) => valueIn(reading, name))
    return {
      name,
      values,
      now: values.at(-1) ?? 0,
      least: Math.min(...values),
      most: Math.max(...values),
    }
  })
}

function valueIn({ jobs, log }: Reading, name: Trend['name']): number {
  switch (name) {
    case 'leaves':
      return log.size
    case 'unsequenced':
      return log.unsequenced
    default:
      return jobs.reduce((sum, job) => sum + job[name], 0)
  }
}

/** Points of a line in a box of 100 by 20, for the `points` of an SVG polyline: oldest first, most on top. */
export function lineOf({ values, least, most }: Trend): string {
  const height = most - least
  return values
    .map((value, at) => {
      const x = values.length === 1 ? 0 : (100 * at) / (values.length - 1)
      const y = height === 0 ? 10 : 19 - (18 * (value - least)) / height
      return `${x.toFixed(1)},${y.toFixed(1)}`
    })
    .join(' ')
}
