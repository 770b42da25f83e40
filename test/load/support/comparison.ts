import { median, percentile, ratioOf } from './statistics.js'

export type Peer =
  | { readonly name: string; readonly samples: readonly number[] }
  | { readonly name: string; readonly missing: string }

/** One line of the table: something of ours, what it is held against, and how it should compare. */
export type Comparison = {
  /** Row of the plan that this belongs to (docs/performance.md). */
  readonly row: number
  readonly work: string
  readonly unit: string
  readonly own: readonly number[]
  readonly peer?: Peer
  /** Bound of own divided by peer. Without one the line informs. */
  readonly reach?: { readonly atLeast: number } | { readonly atMost: number }
}

/** The same with its figures: what is printed and kept. */
export type Judged = Omit<Comparison, 'own' | 'peer'> & {
  readonly median: number
  readonly p99: number
  readonly samples: number
  readonly peer?: { readonly name: string; readonly median?: number; readonly missing?: string }
  readonly ratio?: number
  readonly met?: boolean
}

export function judge({ own, peer, reach, ...about }: Comparison): Judged {
  const figures = { median: median(own), p99: percentile(own, 0.99), samples: own.length }
  if (peer === undefined) return { ...about, ...figures }
  if ('missing' in peer) return { ...about, ...figures, peer, ...(reach && { reach }) }
  const { name, samples } = peer
  const ratio = ratioOf(own, samples)
  const judged = { ...about, ...figures, peer: { name, median: median(samples) }, ratio }
  if (reach === undefined) return judged
  const met = 'atLeast' in reach ? ratio >= reach.atLeast : ratio <= reach.atMost
  return { ...judged, reach, met }
}
