import { AsyncLocalStorage } from 'node:async_hooks'

/** What is known of the request under way; every line logged meanwhile carries it. */
export type RequestContext = {
  readonly request: string
  authority?: string
  kid?: string
}

const contexts = new AsyncLocalStorage<RequestContext>()

/** Runs a callback, and all that it starts, as part of one request. */
export const withRequest = <T>(context: RequestContext, run: () => T): T =>
  contexts.run(context, run)

/** The context of the request under way, if there is one. Adding to it adds to its later lines. */
export const currentRequest = (): RequestContext | undefined => contexts.getStore()
