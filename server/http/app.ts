import express, { type Express } from 'express'
import type { UploadStore } from '../domain/blobs/upload-store.js'
import type { Logger } from '../observability/logger.js'
import type { Meters } from '../observability/meters.js'
import type { Tracer } from '../observability/tracing/tracer.js'
import { accessLog } from './access-log.js'
import type { Afterwards } from './afterwards.js'
import type { IsOutage } from './outage.js'
import { boundedRequests } from './bounded-requests.js'
import { fairTurns, type TurnLimits } from './fair-turns.js'
import { notFound, problemHandler } from './problem-handler.js'
import { routes } from './routes.js'
import type { ReadyChecks } from './judge-readiness.js'
import { securityHeaders } from './security-headers.js'
import { traceRequests } from './trace-requests.js'
import { uploadsRoute } from './uploads/serve-uploads.js'
import type { UseCases } from './use-cases.js'
import { type Site, webClient } from './web-client.js'

export type AppParts = {
  readonly useCases: UseCases
  readonly uploads: UploadStore
  readonly log: Logger
  /** Count the answers. */
  readonly meters?: Pick<Meters, 'answered'> | undefined
  /** Where time goes, if anybody is to be told. */
  readonly tracer?: Tracer | undefined
  readonly afterwards: Afterwards
  readonly ready: ReadyChecks
  readonly isOutage: IsOutage
  /** Public origin, such as `https://relay.example.org`. */
  readonly origin: string
  readonly trustedProxyHops: number
  readonly site: Site
  /** What may be under way at once, where it is not the usual. */
  readonly bounds?: { readonly requests?: number; readonly turns?: TurnLimits }
  readonly limits: {
    readonly partBytes: number
    readonly uploadLifetimeMs: number
    readonly translatorUploadBytes: number
  }
}

/** The relay's HTTP interface: the contract, uploads, and problems for everything else. */
export function createApp(parts: AppParts): Express {
  const { useCases, uploads, log, origin, limits } = parts
  const { bounds = {} } = parts
  const takeTurn = fairTurns(bounds.turns)
  const door = { authoriseRequest: useCases.authoriseRequest, origin, takeTurn }
  const app = express()
    .disable('x-powered-by')
    .disable('etag')
    .set('query parser', 'simple')
    .set('case sensitive routing', true)
    .set('strict routing', true)
    .set('trust proxy', parts.trustedProxyHops)
    .use(accessLog(log, parts.meters))
    .use(traceRequests(parts.tracer))
    .use(securityHeaders(origin))
    .use(boundedRequests(bounds.requests))
  for (const route of Object.values(routes(parts))) app.use(route(door))
  const { partBytes: longest, uploadLifetimeMs: lifetimeMs } = limits
  const { translatorUploadBytes: translatorBytes } = limits
  return app
    .use(uploadsRoute({ uploads, lifetimeMs, longest, translatorBytes })(door))
    .use(webClient(parts.site))
    .use(notFound)
    .use(problemHandler(log, parts.isOutage))
}
