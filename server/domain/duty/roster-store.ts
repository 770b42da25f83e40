import type { AuthorityId } from '#crypto/fields/fields.js'

/** The duty roster of one authority, as it was signed. Personal data: only the newest version is kept. */
export type StoredRoster = {
  readonly authority: AuthorityId
  readonly version: number
  readonly digest: string
  readonly roster: string
  readonly credential: string
  readonly keptAt: Date
}

export interface RosterStore {
  find(authority: AuthorityId): Promise<StoredRoster | undefined>
  /**
   * Puts a version in the place of the one before it. False unless exactly that one, or for version 1 none,
   * was kept; the same again is true. Durable on return.
   */
  replace(roster: StoredRoster): Promise<boolean>
}
