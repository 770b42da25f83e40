import type { BlobKey, BlobRemoval, BlobStore } from '../domain/ports.js'
import type { UploadRecord } from './upload-record.js'

/** Where complete blobs are kept: what the domain asks of them, and what uploads need beside that. */
export interface BlobKeeping extends BlobRemoval, BlobStore {
  /** Rejects when blobs cannot be kept or served at the moment. */
  check(): Promise<void>
  /** Whether what is removed, or was before, may still lie there. */
  keepsVersions(): Promise<boolean>
  /**
   * Puts a whole, flushed file, whose digest was compared, in its place; the file is gone then. Durable
   * when it resolves, and keeping the same blob again does nothing. An ENOENT says that the file is not
   * there any more: another process has taken the upload over.
   */
  keep(blob: BlobKey & { readonly length: number }, path: string): Promise<void>
  /**
   * Deletes the blob of an idle upload that nobody submitted, unless `find` found it since.
   *
   * @returns whether it is gone; where it is not, its record stays and is judged again later.
   */
  expire(id: string, record: UploadRecord, idleSince: Date): Promise<boolean>
  /** Undoes what an expiry that was killed has left half-way. */
  putBackInterrupted(): Promise<void>
}
