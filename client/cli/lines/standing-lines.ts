import type { PackageStanding } from '../../core/packages/package-standing.js'

/** What is to be known before a package is acted on: that it does not count, or that this cannot be told. */
export function standingLines(standing: PackageStanding): readonly string[] {
  if (standing.counts === true) return []
  if (standing.counts === null) {
    return [`! whether it counts in its case cannot be told: ${standing.problem}`]
  }
  const { code, state } = standing.illegal
  const stood = state === null ? '' : ` when the request was ${state}`
  return [`✗ does not count: illegal${stood} (${code}). It is kept, and changes nothing.`]
}
