import { fromBase64, toBase64 } from '#crypto/bytes/bytes.js'
import { CryptoError } from '#crypto/errors.js'
import { readTimestampRequest } from '#crypto/timestamp/timestamp-request.js'
import type { TimestampAnswers } from '../../contract/endpoints/timestamp-endpoints.js'
import type { Caller } from '../../contract/wire.js'
import { requirePermission } from '../access/require-permission.js'
import { Refusal } from '../errors.js'
import type { Clock } from '../ports.js'
import { requestBudget } from './request-budget.js'
import type { TimestampResponder } from './timestamp-responder.js'

type Ports = {
  readonly clock: Clock
  readonly timestampResponders: () => Promise<readonly TimestampResponder[]>
}
export type CarryTimestampRequest = ReturnType<typeof carryTimestampRequest>

/**
 * Carries one request for a time-stamp to every authority that this relay knows, and their answers back, as they
 * are: for those who cannot reach one themselves, as a browser cannot. The relay learns a digest, and the
 * caller verifies the tokens. One that does not answer keeps no other's from being handed on.
 *
 * @throws {@link Refusal} `not-permitted`, `malformed-request`; `too-many-requests` for more than 300 a minute of
 *   one authority in one process.
 */
export function carryTimestampRequest({ clock, timestampResponders }: Ports) {
  const spend = requestBudget()
  return async (
    caller: Caller,
    { request }: { readonly request: string },
  ): Promise<TimestampAnswers> => {
    requirePermission(caller, 'carryTimestampRequest')
    const octets = readable(request)
    if (!spend(caller.authority, clock.now())) {
      throw new Refusal('too-many-requests', 'this authority has asked for too many time-stamps')
    }
    const answers = (await timestampResponders()).map(async ({ name, respond }) => ({
      authority: name,
      answer: await respond(octets).then(toBase64, () => null),
    }))
    return { answers: await Promise.all(answers) }
  }
}

/** What is no request for a time-stamp over a SHA-256 is carried to nobody. */
function readable(text: string): Uint8Array<ArrayBuffer> {
  try {
    const octets = fromBase64(text)
    const { imprint, hasExtensions } = readTimestampRequest(octets)
    if (imprint !== undefined && !hasExtensions) return octets
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error
  }
  throw new Refusal('malformed-request', 'body: request: no request for a time-stamp (RFC 3161)')
}
