import { fromBase64Url, toHex, toUtf8 } from '../bytes/bytes.js'
import { hmacSha256, sha256 } from '../bytes/sha256.js'
import { canonicalize } from '../canonical/canonicalize.js'
import type { HandoffFields } from './handoff-content.js'

/**
 * What stands for chosen fields of a form where the relay can see it: HMAC-SHA-256 with their salt as key
 * over SHA-256 of the canonical JSON of `values`. A field may hold one name, which a digest alone would let
 * anybody guess.
 *
 * @returns hex.
 * @throws {@link CryptoError} `bytes/malformed`
 */
export async function commitFields({ salt, values }: HandoffFields): Promise<string> {
  const digest = await sha256(toUtf8(canonicalize(values)))
  return toHex(await hmacSha256(fromBase64Url(salt), digest))
}
