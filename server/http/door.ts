import type { TakeTurn } from './fair-turns.js'
import type { AuthoriseRequest } from '../domain/access/authorise-request.js'

/** What every route for officers needs to know of the relay it belongs to. */
export type Door = {
  readonly authoriseRequest: AuthoriseRequest
  /** Public origin; proofs are bound to it, whatever a proxy makes of the `Host` header. */
  readonly origin: string
  readonly takeTurn: TakeTurn
}
