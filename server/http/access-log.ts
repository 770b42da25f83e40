import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { Logger } from '../observability/logger.js'
import type { Meters } from '../observability/meters.js'
import { beginContext, type RequestContext } from '../observability/request-context.js'
import { sentInFull } from './sent-in-full.js'

/**
 * First middleware: gives the request an id that the answer carries, and logs one line when it is
 * over. The line names the route, never the address asked for, which is the client's to choose.
 *
 * @param meters - count every answer by the same route.
 */
export function accessLog(log: Logger, meters?: Pick<Meters, 'answered'>): RequestHandler {
  return (request, response, next) => {
    const context: RequestContext = { request: randomUUID() }
    beginContext(request, context)
    const began = performance.now()
    response.locals['request'] = context.request
    response.setHeader('x-request-id', context.request)
    void sentInFull(response).then((sent) => {
      const route = typeof response.locals['route'] === 'string' ? response.locals['route'] : '-'
      // 499 as elsewhere: the client went away before the answer was complete.
      const status = sent ? response.statusCode : 499
      const took = performance.now() - began
      const { method } = request
      log.info('http.request', { ...context, method, route, status, took: Math.round(took) })
      meters?.answered({ method, route, status, seconds: took / 1000 })
    })
    next()
  }
}
