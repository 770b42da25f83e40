/**
 * What the log asks of the world. Words as in docs/protocol.md: a statement is *sequenced* when it
 * has an index, *integrated* when its hash is in the tiles, *published* when a signed checkpoint
 * covers it.
 *
 * @packageDocumentation
 */
import type { Tile } from '#crypto/transparency/tiles.js'
import type { WitnessRequest } from '#crypto/transparency/witness-request.js'

/** One leaf. Its hash is SHA-256(0x00 || octets of the statement), RFC 9162 §2.1.1. */
export type StoredLeaf = {
  readonly index: number
  readonly digest: string
  readonly hash: Uint8Array
}

export type StoredTile = Tile & { readonly octets: Uint8Array }

/** A checkpoint we signed. `root` in hex, `previous` the size of the one before it (0 for the first). */
export type StoredCheckpoint = {
  readonly size: number
  readonly previous: number
  readonly root: string
  readonly note: string
  readonly at: Date
  /** Epoch of the lease under which it was published. */
  readonly epoch: number
}

/** For the operator's board: how many statements wait for the sequencer, and since when the oldest. */
export interface UnsequencedBacklog {
  backlog(): Promise<{ readonly count: number; readonly oldest: Date | undefined }>
}

/** Every checkpoint that was published, for whoever recomputes the whole log. */
export interface CheckpointHistory {
  /** Up to `limit` checkpoints of more than so many leaves, smallest first. */
  checkpointsAfter(size: number, limit: number): Promise<readonly StoredCheckpoint[]>
}

export interface LogStore {
  /** Statements that have no index, longest kept first. */
  unsequenced(limit: number): Promise<readonly { digest: string; statement: string }[]>
  /** The kept statements with these digests, by digest. */
  statements(digests: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** The leaves with these digests; a statement that is no leaf yet is left out. */
  leavesOf(digests: readonly string[]): Promise<readonly StoredLeaf[]>
  /** Up to `limit` leaves from an index on, in order. */
  leaves(from: number, limit: number): Promise<readonly StoredLeaf[]>
  /**
   * Adds leaves in order, stopping at the first whose index or digest is taken. What stands before it
   * is kept, so the indexes of all leaves are contiguous whatever fails. True when all were added.
   */
  append(leaves: readonly StoredLeaf[], epoch: number): Promise<boolean>
  /** Tells the statements their index, so that feeds can be read in the log's order. */
  markSequenced(leaves: readonly StoredLeaf[]): Promise<void>
  /** Keeps tiles; one that is kept at the same or a greater width is left as it is. */
  keepTiles(tiles: readonly StoredTile[]): Promise<void>
  /** The octets of each tile at exactly the width asked for; undefined when it is not kept so wide. */
  tiles(tiles: readonly Tile[]): Promise<readonly (Uint8Array | undefined)[]>
  newestCheckpoint(): Promise<StoredCheckpoint | undefined>
  checkpoint(size: number): Promise<StoredCheckpoint | undefined>
  /** Compare-and-swap: false when the previous checkpoint has a successor already. */
  publish(checkpoint: StoredCheckpoint): Promise<boolean>
}

/** Leadership of one duty, by the database's clock. It prevents needless contest; safety is the store's keys. */
export interface LeaseStore {
  /**
   * Takes the lease, or prolongs it for whoever holds it. Undefined while another holds it. `epoch`
   * grows each time the holder changes.
   */
  take(duty: string, holder: string, lifetimeMs: number): Promise<{ epoch: number } | undefined>
  /** Gives it up, so that a standby need not wait. */
  release(duty: string, holder: string): Promise<void>
}

/** An RFC 3161 token over the octets of one checkpoint's note. */
export type StoredTimestamp = {
  readonly size: number
  /** Which authority was asked: its name in the configuration. */
  readonly authority: string
  /** DER. */
  readonly token: Uint8Array
  /** The moment that the token attests. */
  readonly at: Date
}

export interface TimestampStore {
  /** Keeps the first token of one authority for one checkpoint. */
  keep(timestamp: StoredTimestamp): Promise<void>
  /** Every token over the checkpoint of that size. */
  forCheckpoint(size: number): Promise<readonly StoredTimestamp[]>
  /** Size of the newest checkpoint with a token. */
  newestStamped(): Promise<number | undefined>
  /** Size of the oldest checkpoint with a token that covers so many leaves. */
  oldestStamped(atLeast: number): Promise<number | undefined>
  /** The same for one authority, with the moment that its token attests. */
  oldestBy(
    authority: string,
    atLeast: number,
  ): Promise<Pick<StoredTimestamp, 'at' | 'size'> | undefined>
}

/** Where one time-stamping authority stands: what it owes, and how it fared. */
export type StampTurn = {
  readonly authority: string
  /** Size of the checkpoint that it is to stamp, and since when. */
  readonly size: number
  readonly due: Date
  /** Since when it owes a token, whichever checkpoint it was over; null while it owes none. */
  readonly pendingSince: Date | null
  /** In a row, and when it is asked again. */
  readonly failures: number
  readonly nextAt: Date
  readonly lastSuccess: Date | null
  readonly lastError: { readonly code: string; readonly at: Date } | null
}

/** What is still to be stamped, by authority: durable, so that no process and no Redis need remember it. */
export interface StampQueue {
  /** The turn of every authority, by name. */
  turns(): Promise<readonly StampTurn[]>
  /** From now on it is to stamp this checkpoint; a smaller one that it still owed is given up. Never back. */
  want(authority: string, size: number, at: Date): Promise<void>
  /** It stamped the checkpoint of that size. It still owes a larger one that was wanted meanwhile. */
  succeeded(authority: string, size: number, at: Date): Promise<void>
  failed(authority: string, code: string, at: Date, nextAt: Date): Promise<void>
  /** Forgets every authority but these. */
  keepOnly(authorities: readonly string[]): Promise<void>
}

/** A time-stamping authority, here or elsewhere. */
export interface TimestampAuthority {
  /** Names it in the store and in the log of the operator: `built-in`, or the host it is asked at. */
  readonly name: string
  /**
   * A verified token over the data. Rejects when the authority does not answer, refuses, or answers
   * wrongly, with a `code` that says which.
   */
  stamp(data: Uint8Array): Promise<{ readonly token: Uint8Array; readonly at: Date }>
}

/** A cosignature of one witness under one checkpoint (C2SP tlog-cosignature). */
export type StoredCosignature = {
  readonly size: number
  /** Name and key id of the witness's key, joined by a plus. */
  readonly witness: string
  /** The signature line, end of line included. */
  readonly line: string
  /** The moment that it states. */
  readonly at: Date
}

export interface CosignatureStore {
  /** Keeps the first cosignature of one witness for one checkpoint. Durable on return. */
  keep(cosignature: StoredCosignature): Promise<void>
  /** Every cosignature under the checkpoint of that size. */
  forCheckpoint(size: number): Promise<readonly StoredCosignature[]>
  /** Of each witness the one under the smallest checkpoint of at least so many leaves. */
  earliestFrom(size: number): Promise<readonly StoredCosignature[]>
}

/** A witness elsewhere (C2SP tlog-witness). */
export interface Witness {
  /** Names it in the log of the operator: host and path it is asked at. */
  readonly name: string
  /**
   * Asks for cosignatures. `conflict` is its 409, with the size that it remembers where it says one, or
   * its 422: our proof does not lead from the tree that it remembers. Rejects for anything else.
   */
  addCheckpoint(
    request: WitnessRequest,
  ): Promise<
    | { readonly outcome: 'cosigned'; readonly lines: string }
    | { readonly outcome: 'conflict'; readonly remembers: number | undefined }
  >
}
