import type { ClockRequest } from '#crypto/clock/clock-request.js'
import type { AuthorityId, CaseId } from '#crypto/fields/fields.js'

/** What a clock has told: a warning that stands at that place of its list, or that it has lapsed. */
export type ClockStage = `warning/${number}` | 'lapse'

export type Ring = {
  readonly revision: number
  readonly stage: ClockStage
  /** The moment that had come. */
  readonly due: Date
  readonly at: Date
}

/** A clock as it was asked for last, and all that it has told so far. */
export type StoredClock = {
  readonly authority: AuthorityId
  /** Opaque name, unique within the authority. */
  readonly clock: string
  readonly revision: number
  readonly case: CaseId
  /** Digest of the evidence that started it; null where an oral request did. */
  readonly evidence: string | null
  readonly state: ClockRequest['state']
  readonly due: Date
  readonly warnings: readonly Date[]
  /** The officer's request, `rogatory-clock`, and its digest. */
  readonly statement: string
  readonly digest: string
  readonly credential: string
  readonly keptAt: Date
  readonly rings: readonly Ring[]
}

/** What clocks to list: of a case, or only those that have not ended. */
export type ClockFilter = {
  readonly case?: CaseId | undefined
  readonly open?: boolean | undefined
}

/** Clocks that officers asked for. Every promise is durable when it resolves. */
export interface ClockStore {
  /**
   * Keeps the clock if it is new and its revision 1, or if it is the revision after the one that is kept and that
   * one has not ended.
   *
   * @returns what is kept now: compare `digest`.
   */
  keep(clock: Omit<StoredClock, 'rings'>): Promise<StoredClock | undefined>
  find(authority: AuthorityId, clock: string): Promise<StoredClock | undefined>
  /** By name, after `after`. */
  list(
    authority: AuthorityId,
    filter: ClockFilter,
    after: string | undefined,
    limit: number,
  ): Promise<readonly StoredClock[]>
  /** Notes that the clock has told this. True once per revision and stage, and only for the revision that is kept. */
  ring(authority: AuthorityId, clock: string, ring: Ring): Promise<boolean>
}
