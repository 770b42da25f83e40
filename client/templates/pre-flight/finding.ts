import type { DirectoryEntry } from '#crypto/directory/entry.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import type { Severity, Source } from '../format.js'

/** What a draft may meet at its counterpart, as a closed set; each has its sentence in `texts.ts`. */
export type PreFlightCode =
  | 'language-not-accepted'
  | 'language-by-reciprocity'
  | 'language-reciprocity-open'
  | 'basis-not-theirs'
  | 'basis-not-ours'
  | 'basis-not-sufficient'
  | 'not-competent'
  | 'assurance-death-penalty'
  | 'assurance-retrial'
  | 'assurance-reciprocity'
  | 'assurance-safe-conduct'
  | 'requirements'
  | 'signature-rules'
  | 'format-not-accepted'
  | 'too-large'
  | 'mark-above-channel'
  | 'mark-unknown'
  | 'mark-equivalent'
  | 'mark-no-equivalent'
  | 'marks-contradict'
  | 'retention-past'
  | 'uses-differ'
  | 'dual-criminality'
  | 'office-closed'
  | 'holiday'
  | 'no-duty-contact'
  | 'channel-not-named'
  | 'urgency-differs'

export type PreFlightFinding = {
  readonly code: PreFlightCode
  readonly severity: Severity
  readonly recipient: AuthorityId
  /** The member of the counterpart's entry that it rests on; null where it rests on the draft alone. */
  readonly entryField: keyof DirectoryEntry | null
  readonly sources: readonly Source[]
  readonly data: Readonly<Record<string, string>>
}

/** As one check states it. */
export type Stated = Omit<PreFlightFinding, 'recipient'>
