import type { PackageStamp } from '../../core/packages/package-stamps.js'
import { localTime } from '../options/local-time.js'

/** One line for each time-stamping authority: what it attests, or what is waited for and why. */
export function stampLines(stamps: readonly PackageStamp[]): readonly string[] {
  if (stamps.length === 0) return ['time-stamp  pending: no authority has been asked yet']
  return stamps.map(({ authority, at, pendingSince, lastError }) => {
    if (at !== null) return `time-stamp  ✓ ${authority}, its clock ${localTime(at)}`
    const since = pendingSince === null ? '' : ` since ${localTime(pendingSince)}`
    const isFailing = pendingSince !== null && lastError !== null && lastError.at >= pendingSince
    return `time-stamp  pending: ${authority}${since}${isFailing ? `, ${lastError.code}` : ''}`
  })
}
