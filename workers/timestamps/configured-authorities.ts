import { timestampAnchorsOf, type TrustList } from '#crypto/directory/trust-list.js'
import { importTimestampKey } from '#crypto/pki/identity-key.js'
import { createTimestampAuthority } from '#crypto/timestamp/create-timestamp-authority.js'
import type { TimestampAuthority } from '#server/domain/log/ports.js'
import type { Clock } from '#server/domain/ports.js'
import { builtInTimestampAuthority } from './built-in-timestamp-authority.js'
import { httpTimestampAuthority } from './http-timestamp-authority.js'

/**
 * The rules under which the built-in authority gives tokens: docs/protocol.md, clause "Time-stamps". An
 * identifier of our own making (ITU-T X.667: a UUID under 2.25).
 */
const POLICY = '2.25.121571106774123800431934227804684714539'

/**
 * The authorities at `TIMESTAMP_URLS`, or the built-in one where none is named.
 *
 * @throws {@link CryptoError} if the built-in one's key and certificate do not fit.
 */
export async function configuredAuthorities(
  urls: readonly string[],
  {
    secrets,
    trust,
    clock,
  }: {
    readonly secrets: {
      readonly timestampKeyPem: string
      readonly timestampChain: readonly string[]
    }
    readonly trust: TrustList
    readonly clock: Clock
  },
): Promise<TimestampAuthority[]> {
  const anchors = timestampAnchorsOf(trust)
  if (urls.length > 0) return urls.map((url) => httpTimestampAuthority(url, anchors))
  const key = await importTimestampKey(secrets.timestampKeyPem)
  const responder = createTimestampAuthority({ chain: secrets.timestampChain, key, policy: POLICY })
  return [builtInTimestampAuthority(responder, anchors, clock)]
}
