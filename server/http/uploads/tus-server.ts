import { Server } from '@tus/server'
import { UPLOADS_PATH } from '../../contract/endpoints.js'
import type { Caller } from '../../contract/wire.js'
import { beginUpload } from '../../domain/blobs/begin-upload.js'
import type { UploadStore } from '../../domain/blobs/upload-store.js'
import { Refusal } from '../../domain/errors.js'
import { announcedUpload } from './announced-upload.js'
import { UploadDataStore } from './upload-data-store.js'
import { uploadLocks } from './upload-locks.js'

/** A request that stands in the way of the client's next one is given so long to end by itself. */
const HANGING_MS = 1_000

export type Uploads = {
  readonly uploads: UploadStore
  /** Milliseconds that an upload is kept while nobody goes on with it. */
  readonly lifetimeMs: number
  /** Octets that one translator may have uploaded of late. */
  readonly translatorBytes: number
}

/** What became known of a request on its way through tus. */
export type Passage = { readonly caller: Caller; error?: Error }
type TusRequest = Pick<Request, 'headers' | 'method' | 'url'>

/**
 * Uploads as `@tus/server` speaks of them: begun by officers, each there for its own authority alone.
 *
 * @param passageOf - of a request that passed the door; it learns the error that tus would hide.
 */
export function tusServer(
  { uploads, lifetimeMs, translatorBytes }: Uploads,
  passageOf: (request: object) => Passage,
): Pick<Server, 'handleWeb'> {
  const begin = beginUpload({ uploads, translatorBytes })
  return new Server({
    path: UPLOADS_PATH,
    datastore: new UploadDataStore(uploads, lifetimeMs),
    locker: uploadLocks(),
    lockDrainTimeout: HANGING_MS,
    relativeLocation: true,
    allowedOrigins: [],
    async namingFunction(request: TusRequest, metadata) {
      const { caller } = passageOf(request)
      const length = request.headers.get('upload-length')
      return (await begin(caller, announcedUpload(caller, metadata, length))).id
    },
    async onIncomingRequest(request: TusRequest, id) {
      const { caller } = passageOf(request)
      const upload = await uploads.find(id)
      if (upload?.sender === caller.authority) return
      throw new Refusal('upload-unknown', 'there is no such upload')
    },
    onResponseError(request: TusRequest, error) {
      // Those of tus itself are known by their status.
      if (error instanceof Error && !('status_code' in error)) passageOf(request).error = error
      return undefined
    },
  })
}
