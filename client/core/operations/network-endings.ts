import { dueWarning, type Ending, endingsOf } from '#crypto/directory/key-endings.js'
import type { VerifiedEntry } from '#crypto/directory/verify-entry.js'
import type { AuthorityId } from '#crypto/fields/fields.js'

export type NetworkEnding = Ending & {
  readonly authority: AuthorityId
  /** The warning that has come due, in days before the end; 0 once it has ended. */
  readonly warning: number
}

/** What of the authorities' certificates, entries and keys ends within 60 days, soonest first. */
export const networkEndings = (
  entries: readonly VerifiedEntry[],
  now: Date,
): readonly NetworkEnding[] =>
  entries
    .flatMap((entry) =>
      endingsOf(entry).flatMap((ending) => {
        const warning = dueWarning(ending.at, now)
        const { authority } = entry.payload
        return warning === undefined ? [] : [{ ...ending, authority, warning }]
      }),
    )
    .sort((a, b) => (a.at < b.at ? -1 : 1))
