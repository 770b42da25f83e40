import { fromBase64Url, fromHex, toHex } from '../bytes/bytes.js'
import { hmacSha256 } from '../bytes/sha256.js'

/**
 * What a header says of a manifest that it must not show: HMAC-SHA-256 with the salt's octets as key
 * over the 32 octets of the manifest statement's digest.
 *
 * The salt stands in the manifest only, so a relay that guesses the content cannot try its guess. Whoever
 * is told salt and digest can tie a receipt over that digest to the header, without the content.
 *
 * @param salt - 32 octets in base64url.
 * @param manifestDigest - hex, of the manifest statement.
 * @returns hex.
 * @throws {@link CryptoError} `bytes/malformed`
 */
export async function commitManifest(salt: string, manifestDigest: string): Promise<string> {
  return toHex(await hmacSha256(fromBase64Url(salt), fromHex(manifestDigest)))
}
