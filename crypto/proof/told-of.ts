import type { DirectoryEventCode } from '../evidence/event.js'
import type { History } from './history.js'

/**
 * When the package's relay was told of a statement of the directory, by its evidence of having accepted it that is
 * here.
 *
 * The earliest, whoever puts the bundle together in whatever order. What another relay was told, and when, says nothing
 * of what the package's could know.
 */
export function toldOf(
  code: DirectoryEventCode,
  digest: string,
  { judged, issuer }: History,
): Date | undefined {
  const times = judged.flatMap(({ outcome }) => {
    if (!outcome?.ok) return []
    const { payload } = outcome.value.evidence
    const isIt =
      payload.about === 'directory' &&
      payload.code === code &&
      payload.subject === digest &&
      payload.issuer === issuer
    return isIt ? [payload.time] : []
  })
  const [first] = times.toSorted()
  return first === undefined ? undefined : new Date(first)
}
