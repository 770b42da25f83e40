import { z } from 'zod'
import { KeyPurpose } from '#crypto/directory/entry.js'
import { Suspension } from '#crypto/directory/revocation.js'
import { AuthorityId, Digest, Kid, Timestamp } from '#crypto/fields/fields.js'

/** One version of an entry as this machine saw it; `seen` by its own clock. */
export const SeenVersion = z.strictObject({
  version: z.number().int().min(1).max(1_000_000),
  digest: Digest,
  keys: z.array(z.strictObject({ purpose: KeyPurpose, kid: Kid })).max(32),
  seen: Timestamp,
})
export type SeenVersion = z.infer<typeof SeenVersion>

export const SeenRevocation = z.strictObject({ digest: Digest, kid: Kid, seen: Timestamp })
export type SeenRevocation = z.infer<typeof SeenRevocation>

export const SeenSuspension = z.strictObject({
  digest: Digest,
  standing: Suspension.shape.standing,
  since: Timestamp,
  seen: Timestamp,
})
export type SeenSuspension = z.infer<typeof SeenSuspension>

/** What was seen of one authority: versions in their order, none left out from the first to the last. */
export const SeenAuthority = z.strictObject({
  versions: z.array(SeenVersion).max(10_000),
  revocations: z.array(SeenRevocation).max(100_000),
  /** A file written before suspensions were remembered names none. */
  suspensions: z.array(SeenSuspension).max(10_000).default([]),
})
export type SeenAuthority = z.infer<typeof SeenAuthority>

/** What a machine tells others of the directory it saw, to be held against theirs. Public data only. */
export const SeenDirectory = z.strictObject({
  format: z.literal('rogatory-directory-memory'),
  version: z.literal(1),
  authorities: z.record(AuthorityId, SeenAuthority),
})
export type SeenDirectory = z.infer<typeof SeenDirectory>

/** What a machine remembers of the directory. It must outlive the process, and only ever grows. */
export interface DirectoryMemory {
  authorities(): Promise<readonly AuthorityId[]>
  of(authority: AuthorityId): Promise<SeenAuthority>
  /** Keeps what is not kept yet; of what is, the first sight stays. Durable on return. */
  keep(authority: AuthorityId, seen: SeenAuthority): Promise<void>
  /** The version up to which a person was told of changes; 0 if never. */
  told(authority: AuthorityId): Promise<number>
  tell(authority: AuthorityId, version: number): Promise<void>
}
