import { type RequestHandler, Router } from 'express'
import { Server } from '@tus/server'
import { UPLOADS_PATH } from '../../contract/endpoints.js'
import type { Caller } from '../../contract/wire.js'
import { beginUpload } from '../../domain/blobs/begin-upload.js'
import { Refusal } from '../../domain/errors.js'
import type { UploadStore } from '../../domain/blobs/upload-store.js'
import { authenticateRequest } from '../authenticate-request.js'
import type { Door } from '../door.js'
import type { Route } from '../serve.js'
import { announcedUpload } from './announced-upload.js'
import { requestOctets } from './request-octets.js'
import { tusRefusal } from './tus-refusal.js'
import { UploadDataStore } from './upload-data-store.js'
import { uploadLocks } from './upload-locks.js'

/** A request that stands in the way of the client's next one is given so long to end by itself. */
const HANGING_MS = 1_000

type Uploads = {
  readonly uploads: UploadStore
  /** Milliseconds that an upload is kept while nobody goes on with it. */
  readonly lifetimeMs: number
  /** Octets of the longest part taken: told to clients that ask. */
  readonly longest: number
  /** Octets that one translator may have uploaded of late. */
  readonly translatorBytes: number
}

/** What became known of a request on its way through tus. */
type Passage = { readonly caller: Caller; error?: Error }
type TusRequest = Pick<Request, 'headers' | 'method' | 'url'>

/**
 * Resumable uploads by tus 1.0 (https://tus.io/protocols/resumable-upload) with creation, termination
 * and expiration. Every request is an officer's, with a DPoP proof of its own; an upload of another
 * authority is not there.
 */
export function uploadsRoute({ uploads, lifetimeMs, longest, translatorBytes }: Uploads): Route {
  const begin = beginUpload({ uploads, translatorBytes })
  const passages = new WeakMap<object, Passage>()

  function passageOf(request: object): Passage {
    const passage = passages.get(request)
    if (passage === undefined) throw new TypeError('a request that did not pass the door')
    return passage
  }

  const tus = new Server({
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

  return (door) => {
    const handler = handle(door, tus, passages)
    const router = Router({ caseSensitive: true, strict: true })
    router.route(UPLOADS_PATH).post(handler).options(discover(longest))
    router.route(`${UPLOADS_PATH}/:upload`).head(handler).patch(handler).delete(handler)
    return router
  }
}

function handle(door: Door, tus: Server, passages: WeakMap<object, Passage>): RequestHandler {
  return async (request, response) => {
    response.locals['route'] = UPLOADS_PATH
    const caller = await authenticateRequest(door, request, 'uploadPart')
    const passage: Passage = { caller }
    const octets = requestOctets(request)
    const passed = new Request(door.origin + request.path, {
      method: request.method,
      headers: Object.entries(request.headers).filter(
        (header): header is [string, string] => typeof header[1] === 'string',
      ),
      ...(hasBody(request.method) ? { body: octets.stream, duplex: 'half' } : {}),
    })
    passages.set(passed, passage)
    const answer = await tus.handleWeb(passed)
    if (answer.status >= 400) {
      // tus-js-client keeps its connection: what it is still sending goes nowhere, the answer to it.
      void octets.drain()
      throw passage.error ?? tusRefusal(answer.status, await answer.text())
    }
    response
      .status(answer.status)
      .set({ ...Object.fromEntries(answer.headers), 'cache-control': 'no-store' })
    response.end()
  }
}

const hasBody = (method: string) => method === 'PATCH' || method === 'POST'

/** What this server speaks (tus 1.0, OPTIONS): the same for everybody. */
function discover(longest: number): RequestHandler {
  return (_request, response) => {
    response.locals['route'] = UPLOADS_PATH
    response
      .status(204)
      .set({
        'tus-resumable': '1.0.0',
        'tus-version': '1.0.0',
        'tus-extension': 'creation,termination,expiration',
        'tus-max-size': String(longest),
      })
      .end()
  }
}
