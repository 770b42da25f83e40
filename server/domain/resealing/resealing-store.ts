import type { AuthorityId, PackageId } from '#crypto/fields/fields.js'

/** A copy that an authority has sealed anew: written once, but for what deletion does. */
export type StoredResealing = {
  /** Of the statement. */
  readonly digest: string
  readonly package: PackageId
  /** Digest of the header. */
  readonly header: string
  readonly authority: AuthorityId
  /** From 1 within header and authority; the last one is served. */
  readonly version: number
  /** The key that the envelope is sealed to. */
  readonly kid: string
  readonly statement: string
  readonly credential: string
  /** Empty once it is deleted. */
  readonly envelope: string
  readonly keptAt: Date
  /** Whether what it takes the place of is still here. */
  readonly replaced: 'kept' | 'deleted'
  /** When envelope and parts of this one were deleted. */
  readonly deletedAt?: Date
}
export type KnownResealing = Omit<StoredResealing, 'envelope'>

/** Every promise is durable when it resolves. */
export interface ResealingStore {
  /** Keeps it, or returns what holds that version, or is the same statement. */
  keep(resealing: StoredResealing): Promise<KnownResealing>
  find(digest: string): Promise<KnownResealing | undefined>
  /** Of all authorities, by authority, then version. */
  ofHeader(header: string): Promise<readonly KnownResealing[]>
  envelope(digest: string): Promise<string | undefined>
  /** By digest, after `after`: those whose predecessor is still here. */
  withReplaced(after: string | undefined, limit: number): Promise<readonly KnownResealing[]>
  /** What it takes the place of is gone. */
  noteReplacedDeleted(digest: string): Promise<void>
  /** Empties its envelope: nobody is served it from here on. */
  removeEnvelope(digest: string, at: Date): Promise<void>
}
