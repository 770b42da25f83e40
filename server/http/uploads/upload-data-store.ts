import type { Readable } from 'node:stream'
import { DataStore, ERRORS, Upload } from '@tus/server'
import type { UploadStore } from '../../domain/blobs/upload-store.js'

/** Our upload port as `@tus/server` wants to see it. An upload is begun where its name is made. */
export class UploadDataStore extends DataStore {
  readonly #uploads: UploadStore
  readonly #lifetimeMs: number

  constructor(uploads: UploadStore, lifetimeMs: number) {
    super()
    this.extensions = ['creation', 'termination', 'expiration']
    this.#uploads = uploads
    this.#lifetimeMs = lifetimeMs
  }

  override create(upload: Upload): Promise<Upload> {
    return Promise.resolve(upload)
  }

  override async getUpload(id: string): Promise<Upload> {
    const found = await this.#uploads.find(id)
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- how tus spells its errors
    if (found === undefined) throw ERRORS.FILE_NOT_FOUND
    const { offset, length, expires, package: pkg, part, digest } = found
    return new Upload({
      id,
      offset,
      size: length,
      metadata: { package: pkg, part, digest },
      // tus counts a lifetime from here; ours begins anew whenever octets arrive.
      creation_date: new Date(expires.getTime() - this.#lifetimeMs).toISOString(),
    })
  }

  override write(stream: Readable, id: string, offset: number): Promise<number> {
    return this.#uploads.append(id, offset, stream as AsyncIterable<Uint8Array>)
  }

  override remove(id: string): Promise<void> {
    return this.#uploads.discard(id)
  }

  override getExpiration(): number {
    return this.#lifetimeMs
  }
}
