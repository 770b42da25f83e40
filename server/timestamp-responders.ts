import { importTimestampKey } from '#crypto/pki/identity-key.js'
import { createTimestampAuthority } from '#crypto/timestamp/create-timestamp-authority.js'
import type { Clock } from './domain/ports.js'
import type { TimestampResponder } from './domain/timestamps/timestamp-responder.js'
import { httpTimestampResponder } from './messaging/http-timestamp-responder.js'

/**
 * The rules under which the built-in authority gives tokens: docs/protocol.md, clause "Time-stamps". An
 * identifier of our own making (ITU-T X.667: a UUID under 2.25).
 */
const POLICY = '2.25.121571106774123800431834227804684714539'

type BuiltIn = {
  readonly secrets: {
    readonly timestampKeyPem: string
    readonly timestampChain: readonly string[]
  }
  readonly clock: Clock
}

/**
 * The authorities at `TIMESTAMP_URLS`. Where none is named it is the relay's own one, whose word is the
 * relay's word: it shows when something stood to who trusts this relay's clock, and a proof says so.
 *
 * @throws {@link CryptoError} if the built-in one's key and certificate do not fit.
 */
export async function timestampResponders(
  urls: readonly string[],
  { secrets, clock }: BuiltIn,
): Promise<readonly TimestampResponder[]> {
  if (urls.length > 0) return urls.map((url) => httpTimestampResponder(url))
  const key = await importTimestampKey(secrets.timestampKeyPem)
  const authority = createTimestampAuthority({ chain: secrets.timestampChain, key, policy: POLICY })
  return [{ name: 'built-in', respond: (request) => authority.respond(request, clock.now()) }]
}
