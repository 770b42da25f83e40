import type { PublicJwk } from '#crypto/keys/key.js'
import { importVerificationKey } from '#crypto/keys/import-public.js'
import { toPem } from '#crypto/pki/pem.js'
import type { Session } from '../session/session.js'

type WebhookKey = {
  readonly kid: string
  /** SubjectPublicKeyInfo (RFC 5480), in PEM. */
  readonly pem: string
  /** RFC 3339. */
  readonly until: string
}

/** The keys by which calls of the relay to webhooks are verified, as its entry under the trust list has them. */
export async function webhookKeys({
  directory,
  relayId,
  platform,
}: Session): Promise<readonly WebhookKey[]> {
  const { payload } = await directory.current(relayId)
  const now = platform.now().toISOString()
  const inForce = payload.keys.filter(
    ({ purpose, notAfter }) => purpose === 'evidence' && notAfter > now,
  )
  return Promise.all(
    inForce.map(async ({ kid, jwk, notAfter }) => ({
      kid,
      until: notAfter,
      pem: await pemOf(jwk),
    })),
  )
}

async function pemOf(jwk: PublicJwk): Promise<string> {
  const { key } = await importVerificationKey(jwk)
  return toPem('PUBLIC KEY', new Uint8Array(await crypto.subtle.exportKey('spki', key)))
}
