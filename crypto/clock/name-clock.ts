import { fromBase64Url, toHex, toUtf8 } from '../bytes/bytes.js'
import { hmacSha256 } from '../bytes/sha256.js'
import { canonicalize } from '../canonical/canonicalize.js'
import type { AuthorityId, Digest, PackageId } from '../fields/fields.js'

/**
 * The opaque name of a clock: HMAC-SHA-256 over the canonical JSON of kind, authority, counterpart and
 * package, with the salt of that package's manifest as key. Two officers who ask for the same clock name
 * it alike, so there is one; the relay, which does not have the salt, cannot try its guess of the kind.
 *
 * @param salt - 32 octets in base64url, of the manifest of the package that started the clock.
 * @returns hex.
 * @throws {@link CryptoError} `bytes/malformed`
 */
export async function nameClock(
  salt: string,
  about: {
    readonly kind: string
    readonly authority: AuthorityId
    readonly counterpart: AuthorityId
    readonly package: PackageId
  },
): Promise<Digest> {
  const { kind, authority, counterpart, package: pkg } = about
  const said = canonicalize({ kind, authority, counterpart, package: pkg })
  return toHex(await hmacSha256(fromBase64Url(salt), toUtf8(said)))
}
