import { toBase64Url, toUtf8 } from '#crypto/bytes/bytes.js'
import { SIGNATURES } from '#crypto/keys/algorithms.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { lowerS } from '#crypto/statement/signature-spelling.js'

/** Signs any header and any payload, as one who holds a key and keeps no rule. Texts go in as they are. */
export async function forge(
  header: object | string,
  payload: object | string,
  { alg, privateKey }: SigningKey,
): Promise<string> {
  const input = `${part(header)}.${part(payload)}`
  const signature = await crypto.subtle.sign(SIGNATURES[alg].signing, privateKey, toUtf8(input))
  return `${input}.${toBase64Url(lowerS(alg, new Uint8Array(signature)))}`
}

const part = (value: object | string) =>
  toBase64Url(toUtf8(typeof value === 'string' ? value : JSON.stringify(value)))
