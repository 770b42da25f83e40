import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { Logger } from '../observability/logger.js'
import { type RequestContext, withRequest } from '../observability/request-context.js'
import { sentInFull } from './sent-in-full.js'

/**
 * First middleware: gives the request an id that the answer carries, and logs one line when it is
 * over. The line names the route, never the address asked for, which is the client's to choose.
 */
export function accessLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const context: RequestContext = { request: randomUUID() }
    const began = performance.now()
    response.locals['request'] = context.request
    response.setHeader('x-request-id', context.request)
    void sentInFull(response).then((sent) => {
      const { route } = response.locals
      withRequest(context, () =>
        log.info('http.request', {
          method: request.method,
          route: typeof route === 'string' ? route : '-',
          // 499 as elsewhere: the client went away before the answer was complete.
          status: sent ? response.statusCode : 499,
          took: Math.round(performance.now() - began),
        }),
      )
    })
    withRequest(context, () => next())
  }
}
