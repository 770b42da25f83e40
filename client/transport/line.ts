import type { Agent } from 'node:https'

/** How a relay is reached where the platform's own means do not do: see {@link tlsLine}, Node alone. */
export type Line = {
  /** As the platform's, redirects not followed, bodies of text alone; rejects with TypeError or ClientError. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  /** The same connections for what does not speak by fetch: uploads, live events. */
  readonly agent: Agent
}
