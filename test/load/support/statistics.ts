/** Sorted samples, the least first. @throws TypeError without any: a figure of nothing is no figure. */
function sorted(samples: readonly number[]): readonly number[] {
  if (samples.length === 0) throw new TypeError('no samples')
  return samples.toSorted((a, b) => a - b)
}

/** The middle sample, or the mean of the two middle ones. */
export function median(samples: readonly number[]): number {
  const all = sorted(samples)
  const middle = Math.floor(all.length / 2)
  const upper = all[middle] ?? NaN
  return all.length % 2 === 1 ? upper : ((all[middle - 1] ?? NaN) + upper) / 2
}

/** The least sample that at least `share` (above 0, at most 1) of all do not exceed: nearest rank. */
export function percentile(samples: readonly number[], share: number): number {
  const all = sorted(samples)
  return all[Math.max(0, Math.ceil(share * all.length) - 1)] ?? NaN
}

/**
 * How the first does against the second. Samples taken by turns are compared in pairs, neighbours in
 * time, and the median of those ratios counts: the drift of a shared machine cancels out.
 */
export function ratioOf(own: readonly number[], peer: readonly number[]): number {
  if (own.length !== peer.length) return median(own) / median(peer)
  return median(own.map((sample, i) => sample / (peer[i] ?? NaN)))
}
