import type { PublicJwk } from '#crypto/keys/key.js'
import type { Session } from './session.js'

/** The keys by which calls of the relay to webhooks are verified, as its entry under the trust list has them. */
export async function webhookKeys({
  directory,
  relayId,
  platform,
}: Session): Promise<
  readonly { readonly kid: string; readonly jwk: PublicJwk; readonly until: string }[]
> {
  const { payload } = await directory.current(relayId)
  const now = platform.now().toISOString()
  return payload.keys.flatMap(({ purpose, kid, jwk, notAfter }) =>
    purpose === 'evidence' && notAfter > now ? [{ kid, jwk, until: notAfter }] : [],
  )
}
