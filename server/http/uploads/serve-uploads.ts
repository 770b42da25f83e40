import { type RequestHandler, Router } from 'express'
import { UPLOADS_PATH } from '../../contract/endpoints.js'
import { authenticateRequest } from '../authenticate-request.js'
import type { Door } from '../door.js'
import type { Route } from '../serve.js'
import { requestOctets } from './request-octets.js'
import { tusRefusal } from './tus-refusal.js'
import type { Passage, tusServer, Uploads } from './tus-server.js'

type Parts = Uploads & {
  /** Octets of the longest part taken: told to clients that ask. */
  readonly longest: number
}

/**
 * Resumable uploads by tus 1.0 (https://tus.io/protocols/resumable-upload) with creation, termination
 * and expiration. Every request is an officer's, with a DPoP proof of its own; an upload of another
 * authority is not there.
 */
export function uploadsRoute({ longest, ...uploads }: Parts): Route {
  const passages = new WeakMap<object, Passage>()

  function passageOf(request: object): Passage {
    const passage = passages.get(request)
    if (passage === undefined) throw new TypeError('a request that did not pass the door')
    return passage
  }

  let made: ReturnType<typeof tusServer> | undefined
  /** Loaded when somebody uploads first. */
  async function tus() {
    const { tusServer } = await import('./tus-server.js')
    return (made ??= tusServer(uploads, passageOf))
  }

  return (door) => {
    const handler = handle(door, tus, passages)
    const router = Router({ caseSensitive: true, strict: true })
    router.route(UPLOADS_PATH).post(handler).options(discover(longest))
    router.route(`${UPLOADS_PATH}/:upload`).head(handler).patch(handler).delete(handler)
    return router
  }
}

function handle(
  door: Door,
  tus: () => Promise<ReturnType<typeof tusServer>>,
  passages: WeakMap<object, Passage>,
): RequestHandler {
  return async (request, response) => {
    response.locals['route'] = UPLOADS_PATH
    const caller = await authenticateRequest(door, request, 'uploadPart')
    const server = await tus()
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
    const answer = await server.handleWeb(passed)
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
