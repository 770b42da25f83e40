import type { IncomingMessage } from 'node:http'
import type { Operation } from '../contract/permissions.js'
import type { Caller } from '../contract/wire.js'
import { Refusal } from '../domain/errors.js'
import { contextOf } from '../observability/request-context.js'
import type { Door } from './door.js'

/**
 * The caller of an officer's request (RFC 9449 §7.1); from now on the log names authority and key.
 *
 * @throws {@link Refusal} `unauthenticated` and whatever `authoriseRequest` refuses.
 */
export async function authenticateRequest(
  { authoriseRequest, origin }: Door,
  request: IncomingMessage,
  operation: Operation,
): Promise<Caller> {
  const { authorization, dpop } = request.headers
  const [, token] = /^DPoP ([A-Za-z0-9._~+/=-]{1,8192})$/i.exec(authorization ?? '') ?? []
  if (token === undefined || typeof dpop !== 'string') {
    throw new Refusal('unauthenticated', 'an access token and a DPoP proof are needed')
  }
  const [path = '/'] = (request.url ?? '/').split('?')
  const { caller } = await authoriseRequest({
    token,
    proof: dpop,
    method: request.method ?? 'GET',
    url: origin + path,
    operation,
  })
  Object.assign(contextOf(request), { authority: caller.authority, kid: caller.kid })
  return caller
}
