import type { AuthorityId } from '#crypto/fields/fields.js'
import type { StoredDirectoryStatement } from '../ports.js'

/** A statement that may take the role `admin` from a key, judged as the `turn`th of its authority. */
export type Departure = Pick<StoredDirectoryStatement, 'digest' | 'typ' | 'statement' | 'key'> & {
  /** From 1, without gaps. */
  readonly turn: number
}

/** The line in which the officers of an authority leave. Durable on return. */
export interface DepartureStore {
  /** The departure reserved last. Whether it is kept in the directory is for the caller to see to. */
  last(authority: AuthorityId): Promise<Departure | undefined>
  /** Reserves the turn after the last one: false when somebody else has it. */
  reserve(authority: AuthorityId, departure: Departure): Promise<boolean>
}
