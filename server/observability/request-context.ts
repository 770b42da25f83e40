import type { IncomingMessage } from 'node:http'

/** What is known of a request under way; every line about it carries it. */
export type RequestContext = {
  readonly request: string
  authority?: string
  kid?: string
}

/**
 * By the request itself. An asynchronous context would reach lines of whatever works for it, too, but Node 20 then calls
 * back at every step of every promise of the process (docs/performance.md, row 5).
 */
const contexts = new WeakMap<IncomingMessage, RequestContext>()

export function beginContext(request: IncomingMessage, context: RequestContext): void {
  contexts.set(request, context)
}

/** The context of a request. Adding to it adds to its later lines; one that nobody began has nothing to tell. */
export const contextOf = (request: IncomingMessage): Partial<RequestContext> =>
  contexts.get(request) ?? {}
