import { toBase64 } from '../bytes/base64.js'
import { toUtf8 } from '../bytes/bytes.js'
import { SIGNATURES } from '../keys/algorithms.js'
import type { SigningKey } from '../keys/key.js'
import { toDer } from '../pki/ecdsa-signature.js'

/** What a call to a webhook says, and under which id and time. */
export type WebhookMessage = {
  /** The same for the same message, however often it is sent. */
  readonly id: string
  /** Of this attempt, in whole seconds since 1970. */
  readonly timestamp: number
  readonly body: string
}

/**
 * The header `webhook-signature` of a call: Standard Webhooks, `v1a` where the key is Ed25519. Keys on NIST
 * curves, which that specification does not know, sign by ECDSA, in DER, as `es256` or `es384`.
 *
 * What is signed is `<id>.<timestamp>.<body>`: three parts, the last of which begins with a brace. The
 * signing input of a JWS never does, so that no call can pass for a statement of the same key.
 *
 * @param key - of the relay, of purpose `evidence`.
 */
export async function signWebhook(
  { id, timestamp, body }: WebhookMessage,
  key: SigningKey,
): Promise<string> {
  if (!body.startsWith('{')) throw new TypeError('a message of a webhook is a JSON object')
  const { signing } = SIGNATURES[key.alg]
  const content = toUtf8(`${id}.${timestamp}.${body}`)
  const signature = new Uint8Array(await crypto.subtle.sign(signing, key.privateKey, content))
  if (key.alg === 'Ed25519') return `v1a,${toBase64(signature)}`
  return `${key.alg.toLowerCase()},${toBase64(toDer(signature))}`
}
