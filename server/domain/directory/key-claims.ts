import type { AuthorityId } from '#crypto/fields/fields.js'

/** Which authority speaks for an officer key. Durable on return. */
export interface KeyClaims {
  /**
   * The authority that claimed the key first, which is from now on this one where none has: one step, so that of two
   * that claim it at once both are told the same.
   */
  claim(kid: string, authority: AuthorityId): Promise<AuthorityId>
}
