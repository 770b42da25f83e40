import type { ContentSample } from './content-sample.js'
import { signature } from './signature.js'
import { zipNames } from './zip-names.js'

const begins = signature(0, 'PK\x03\x04', 'PK\x05\x06')

/** Whether it is a ZIP file, and `fits` says so of the names in it. Where those cannot be told, it is believed. */
export function isZipOf(
  sample: ContentSample,
  fits: (names: readonly string[]) => boolean = () => true,
): boolean {
  if (!begins(sample)) return false
  const names = zipNames(sample.tail)
  return names !== null && (names === undefined || fits(names))
}
