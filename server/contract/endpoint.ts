import type { z } from 'zod'

/** Who may call: anybody, an officer with a DPoP-bound token, or whoever brings a statement that speaks for itself. */
export type Access = 'public' | 'officer' | 'self-authenticating'

/** One HTTP operation. The server routes it, the client calls it, and OpenAPI is printed from it. */
export type Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> = {
  readonly method: 'get' | 'post' | 'put' | 'head' | 'patch' | 'delete'
  /** Express spelling: `/v1/packages/:package`. */
  readonly path: `/${string}`
  readonly summary: string
  readonly access: Access
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly reply: Reply
  /** Set where request or reply are octets rather than JSON. */
  readonly octets?: 'request' | 'reply'
}

export const endpoint = <
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
  const A extends Access,
>(
  e: Endpoint<P, Q, B, R> & { readonly access: A },
): Endpoint<P, Q, B, R> & { readonly access: A } => e
