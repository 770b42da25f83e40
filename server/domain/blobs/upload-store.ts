import type { BlobKey } from '../ports.js'

/** A blob on its way in. Complete when `offset` has reached `length`. */
export type Upload = BlobKey & {
  /** Follows from the key and the length: asking again for the same blob finds the same upload. */
  readonly id: string
  readonly length: number
  /** Octets that have arrived. */
  readonly offset: number
  /** When it is given up, unless it goes on before. */
  readonly expires: Date
}

/** Ciphertext on its way in: resumable, flushed before it is acknowledged, visible only when whole. */
export interface UploadStore {
  /** Rejects when uploads cannot be written at the moment. */
  check(): Promise<void>
  /**
   * Begins an upload, or finds the one that was begun, or completed, before. `by`: the key to whose room it
   * counts, where there is a bound.
   *
   * @throws {@link Refusal} `too-large`, `storage-full`
   */
  begin(blob: BlobKey & { readonly length: number; readonly by?: string }): Promise<Upload>
  /** Octets of everything that was begun by this key and is not forgotten yet, but for that one blob. */
  octetsBy(kid: string, but: BlobKey): Promise<number>
  find(id: string): Promise<Upload | undefined>
  /**
   * Appends octets at `offset` and answers the new offset once they are flushed to disk. What arrived
   * before `source` failed is kept. The last octet completes the blob: its digest is compared, and
   * from then on `BlobStore.find` finds it.
   *
   * @throws {@link Refusal} `upload-unknown`; `upload-conflict` when `offset` is not where it stands;
   *   `too-large` beyond its length; `part-mismatch` when all has arrived and is something else, which
   *   is then deleted; `storage-full`, which leaves what fitted.
   */
  append(id: string, offset: number, source: AsyncIterable<Uint8Array>): Promise<number>
  /** Gives an unfinished upload up; a complete blob stays. */
  discard(id: string): Promise<void>
  /**
   * Deletes what nobody has touched since `idleSince`: unfinished uploads, and complete blobs of
   * packages that were never submitted. Answers how many.
   */
  expire(idleSince: Date, isSubmitted: (blob: BlobKey) => Promise<boolean>): Promise<number>
}
