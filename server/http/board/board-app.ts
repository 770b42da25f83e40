import express, { type Express, type RequestHandler } from 'express'
import { boardEntrance } from '../../contract/board.js'
import { Refusal } from '../../domain/errors.js'
import type { EnterBoard } from '../../domain/operations/enter-board.js'
import type { Clock } from '../../domain/ports.js'
import type { Logger } from '../../observability/logger.js'
import { contextOf } from '../../observability/request-context.js'
import { accessLog } from '../access-log.js'
import { boundedRequests } from '../bounded-requests.js'
import type { IsOutage } from '../outage.js'
import { boardCookie } from './board-cookie.js'
import { boardHeaders } from './board-headers.js'
import { boardRefusals } from './board-refusals.js'
import { boardSessions } from './board-sessions.js'
import { requestsPerMinute } from './requests-per-minute.js'

export type BoardParts = {
  readonly enter: EnterBoard
  /** The board itself, once Redis answers. */
  readonly board: () => Promise<RequestHandler>
  readonly clock: Clock
  readonly log: Logger
  readonly isOutage: IsOutage
  /** Where the operator's browser finds it, such as `http://127.0.0.1:9480`. */
  readonly origin: string
}

/** A board asks for itself every few seconds, and for a dozen files once. */
const OF_A_SESSION = 600
/** Of one address without a session. */
const OF_A_STRANGER = 60
const AT_ONCE = 128

/**
 * The board of queues behind the operator's key: a link that is good once begins a session of 15 minutes; without one nothing is shown,
 * and with one nothing is changed.
 */
export function createBoardApp(parts: BoardParts): Express {
  const { enter, board, clock, log, isOutage, origin } = parts
  const sessions = boardSessions(clock)
  const followed = requestsPerMinute(OF_A_STRANGER, clock)
  // Apart from links: pages of sessions that have ended go on asking, and keep nobody from beginning another.
  const stranger = requestsPerMinute(OF_A_STRANGER, clock)
  const known = requestsPerMinute(OF_A_SESSION, clock)
  const entrance = new URL(boardEntrance(origin)).pathname

  const open: RequestHandler = async (request, response, next) => {
    if (request.method !== 'GET' || request.path !== entrance) {
      next()
      return
    }
    response.locals['route'] = entrance
    followed(request.ip ?? '')
    const { link } = request.query
    if (typeof link !== 'string') throw new Refusal('unauthenticated', 'this is no link')
    const { kid } = await enter(link)
    log.info('board.opened', { ...contextOf(request), kid })
    response.append('set-cookie', boardCookie.given(sessions.begin())).redirect(303, '/')
  }

  const requireSession: RequestHandler = (request, response, next) => {
    response.locals['route'] = 'board'
    const session = boardCookie.in(request)
    if (session === undefined || !sessions.has(session)) {
      stranger(request.ip ?? '')
      throw new Refusal('unauthenticated', 'nobody looks at the queues without a session')
    }
    known(session)
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      throw new Refusal('not-permitted', 'the board shows queues, and changes none')
    }
    response.locals['session'] = session
    next()
  }

  const end: RequestHandler = (_request, response) => {
    sessions.end(String(response.locals['session']))
    response
      .append('set-cookie', boardCookie.taken())
      .type('text/plain')
      .send('The session is over.\n')
  }

  return express()
    .disable('x-powered-by')
    .disable('etag')
    .set('query parser', 'simple')
    .use(accessLog(log))
    .use(boardHeaders(origin))
    .use(noStore)
    .use(boundedRequests(AT_ONCE))
    .use(open)
    .use(requireSession)
    .get('/end', end)
    .use(async (request, response, next) => (await board())(request, response, next))
    .use(nothingThere)
    .use(boardRefusals({ log, isOutage, origin }))
}

const nothingThere: RequestHandler = (_request, response) => {
  response.status(404).type('text/plain').send('There is nothing here. The board is at /.\n')
}

const noStore: RequestHandler = (_request, response, next) => {
  response.set('cache-control', 'no-store')
  next()
}
