import type { RequestHandler } from 'express'
import type { Tracer } from '../observability/tracing/tracer.js'
import { sentInFull } from './sent-in-full.js'

/** Every request as a span, named by its route: what a client chose to ask for is not in it. */
export const traceRequests =
  (tracer: Tracer | undefined): RequestHandler =>
  (request, response, next) => {
    if (tracer === undefined) {
      next()
      return
    }
    const { method } = request
    const span = tracer.begin(method, 'server', { 'http.request.method': method })
    void sentInFull(response).then((sent) => {
      const route = typeof response.locals['route'] === 'string' ? response.locals['route'] : '-'
      const status = sent ? response.statusCode : 499
      span.end(
        {
          'http.route': route,
          'http.response.status_code': status,
          ...(status >= 500 && { 'error.type': String(status) }),
        },
        `${method} ${route}`,
      )
    })
    span.within(() => {
      next()
    })
  }
