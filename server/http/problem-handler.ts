import type { ErrorRequestHandler, RequestHandler } from 'express'
import type { Logger } from '../observability/logger.js'
import { contextOf, type RequestContext } from '../observability/request-context.js'
import type { IsOutage } from './outage.js'
import { type Answer, problemOf } from './problem-of.js'

/** Last middleware. Tells the caller what it may know, and the operator the rest. */
export function problemHandler(log: Logger, isOutage: IsOutage): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const answer = problemOf(error, String(response.locals['request']), isOutage)
    report(log, answer, error, contextOf(request))
    if (!response.headersSent) {
      sendProblem(response, answer)
      return
    }
    // Half an answer cannot be taken back: the connection is cut, and the client sees that it was half.
    response.destroy()
    next()
  }
}

/** What nobody serves. */
export const notFound: RequestHandler = (_request, response) => {
  sendProblem(response, {
    status: 404,
    headers: {},
    body: {
      type: 'about:blank',
      title: 'Not found',
      status: 404,
      remedy: 'docs/openapi.json names every path and its methods.',
      request: String(response.locals['request']),
    },
  })
}

/** Headers that spoke of octets which are not sent after all. */
const OF_A_BLOB = ['accept-ranges', 'content-disposition', 'content-range', 'etag', 'repr-digest']

type Response = Parameters<RequestHandler>[1]

export function sendProblem(
  response: Response,
  { status, headers, body }: Pick<Answer, 'status' | 'headers' | 'body'>,
): void {
  for (const name of OF_A_BLOB) response.removeHeader(name)
  response
    .status(status)
    .set({ 'cache-control': 'no-store', ...headers })
    .type('application/problem+json')
    .send(JSON.stringify(body))
}

export function report(
  log: Logger,
  { cause, body, status }: Answer,
  error: unknown,
  context: Partial<RequestContext>,
): void {
  const fields = { ...context, status }
  if (cause === 'fault') log.error('http.fault', fields, error)
  else if (cause === 'outage')
    log.error('http.outage', { ...fields, code: body.code ?? '-' }, error)
  else log.info('http.refused', { ...fields, code: body.code ?? '-' })
}
