import type { CheckedRecord } from '../proof/check-record.js'
import type { Session } from '../session/session.js'

/** What one time-stamping authority has said of a package so far, as the relay tells it: a bundle proves it. */
export type PackageStamp = {
  /** Its name in the relay's configuration. */
  readonly authority: string
  /** When it attests that all evidence so far was in the log; null while it has not. */
  readonly at: string | null
  /** Since when it owes the relay a token, for this package or another. */
  readonly pendingSince: string | null
  readonly lastSuccess: string | null
  readonly lastError: { readonly code: string; readonly at: string } | null
}

/** Asks which authorities have time-stamped all the evidence of a package, and what keeps the others. */
export async function packageStamps(
  { relay }: Pick<Session, 'relay'>,
  { evidence }: Pick<CheckedRecord, 'evidence'>,
): Promise<readonly PackageStamp[]> {
  const indexes = evidence.map(({ index }) => index)
  // What has no leaf yet is under no checkpoint that anybody has stamped.
  const isPublished = indexes.every((index) => index !== null)
  const covering = isPublished ? Math.max(0, ...indexes.map((index) => index + 1)) : 0
  const { authorities } = await relay.call('readStamps', { query: { covering } })
  return authorities.map(({ stamped, ...rest }) => ({
    ...rest,
    at: isPublished ? (stamped?.at ?? null) : null,
  }))
}
