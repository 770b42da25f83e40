import { type RequestHandler, Router } from 'express'
import { z } from 'zod'
import type { Endpoint } from '../contract/endpoint.js'
import { operationOf } from '../contract/permissions.js'
import type { Caller } from '../contract/wire.js'
import { Refusal } from '../domain/errors.js'
import { authenticateRequest } from './authenticate-request.js'
import type { Door } from './door.js'
import { readJson } from './read-json.js'

/** The parts of a request that an endpoint of the contract describes, parsed. */
export type Input<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  readonly params: z.output<P>
  readonly query: z.output<Q>
  readonly body: z.output<B>
}
export type Reply<R> = {
  readonly status?: number
  readonly body: R
  readonly headers?: Readonly<Record<string, string>>
}
/** A route, still without the relay that it belongs to. */
export type Route = (door: Door) => Router

const MAX_BODY_BYTES = 64 * 1024

/**
 * Binds an endpoint that is open, or whose statements speak for themselves, to a handler: parsed on
 * the way in, typed on the way out. An endpoint for officers is not bound so, whatever the caller says.
 */
export function serve<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
>(
  endpoint: Endpoint<P, Q, B, R>,
  handle: (input: Input<P, Q, B>, head: RequestHead) => Promise<Reply<z.input<R>>>,
): Route {
  if (endpoint.access === 'officer') throw new TypeError(`${endpoint.path} is for officers`)
  return () =>
    routeOf(endpoint, async (request, response) => {
      const input = await readInput(endpoint, request, MAX_BODY_BYTES)
      send(response, await handle(input, headOf(request)))
    })
}

/** Binds an endpoint for officers. Who calls is settled before anything else of the request is read. */
export function serveOfficer<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
>(
  endpoint: Endpoint<P, Q, B, R>,
  handle: (caller: Caller, input: Input<P, Q, B>) => Promise<Reply<z.input<R>>>,
  { maxBodyBytes = MAX_BODY_BYTES }: { readonly maxBodyBytes?: number } = {},
): Route {
  const operation = operationOf(endpoint)
  return (door) =>
    routeOf(endpoint, async (request, response) => {
      const caller = await authenticateRequest(door, request, operation)
      // Before the body is read, which is what memory is needed for.
      const endTurn = await door.takeTurn(caller.authority)
      try {
        send(response, await handle(caller, await readInput(endpoint, request, maxBodyBytes)))
      } finally {
        endTurn()
      }
    })
}

type RequestHead = { readonly proof: string | undefined }
type Request = Parameters<RequestHandler>[0]
type Response = Parameters<RequestHandler>[1]

/** The endpoint's method and path, on a router of its own. The log names the path as it stands here. */
export function routeOf(
  { method, path }: Pick<Endpoint, 'method' | 'path'>,
  handle: (request: Request, response: Response) => Promise<void>,
): Router {
  const handler: RequestHandler = async (request, response) => {
    response.locals['route'] = path
    await handle(request, response)
  }
  return Router({ caseSensitive: true, strict: true })[method](path, handler)
}

export function parsePart<T extends z.ZodType>(part: string, schema: T, value: unknown) {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new Refusal('malformed-request', `${part}: ${complaints(parsed.error)}`)
}

async function readInput<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  endpoint: Pick<Endpoint<P, Q, B>, 'method' | 'params' | 'query' | 'body'>,
  request: Request,
  maxBodyBytes: number,
): Promise<Input<P, Q, B>> {
  const params = parsePart('path', endpoint.params, { ...request.params })
  const query = parsePart('query', endpoint.query, { ...request.query })
  const hasBody = endpoint.method === 'post' || endpoint.method === 'put'
  const body = hasBody ? await readJson(request, maxBodyBytes) : {}
  return { params, query, body: parsePart('body', endpoint.body, body) }
}

/** Where and what, a few of them; never the value, which may be anything. */
function complaints({ issues }: z.ZodError): string {
  return issues
    .slice(0, 3)
    .map(({ path, message, code }) => {
      // Names of unknown members come from the sender.
      const what = code === 'unrecognized_keys' ? 'has members that nobody asked for' : message
      return `${path.slice(0, 4).join('.') || 'it'}: ${what}`
    })
    .join('; ')
    .slice(0, 400)
}

function send(response: Response, { status = 200, body, headers = {} }: Reply<unknown>): void {
  response
    .status(status)
    .set({ 'cache-control': 'no-store', ...headers })
    .json(body)
}

const headOf = (request: Request): RequestHead => ({ proof: request.get('dpop') })
