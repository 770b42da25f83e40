import { fromBase64Url, toHex, toUtf8 } from '../bytes/bytes.js'
import { hmacSha256, sha256 } from '../bytes/sha256.js'
import { canonicalize } from '../canonical/canonicalize.js'
import { CryptoError } from '../errors.js'
import type { Header } from './header.js'
import { ManifestPart } from './manifest.js'

/** What is told of one part to prove its document and nothing else: all of the manifest's words on it but the key. */
export const DisclosedPart = ManifestPart.omit({ key: true })
export type DisclosedPart = Omit<ManifestPart, 'key'>

/**
 * What a header says of one part of the manifest: HMAC-SHA-256 with the part's own salt as key over
 * SHA-256 of the canonical JSON of `part`, `name`, `mediaType`, `length`, `digest`, `role` and `mark`.
 *
 * Each part has a salt of its own, so whoever is told one part can try no guess at another, nor at the
 * form; and the key is left out, so the ciphertext stays closed to whoever is told.
 *
 * @returns hex.
 * @throws {@link CryptoError} `bytes/malformed`
 */
export async function commitPart(disclosed: DisclosedPart): Promise<string> {
  const { part, name, mediaType, length, digest, role, mark, salt } = disclosed
  const said = canonicalize({ part, name, mediaType, length, digest, role, mark })
  return toHex(await hmacSha256(fromBase64Url(salt), await sha256(toUtf8(said))))
}

/** The manifest's words on one part, without what opens it. */
export const disclosePart = (part: ManifestPart): DisclosedPart => DisclosedPart.strip().parse(part)

/**
 * Checks that the header commits to what is told of one of its parts.
 *
 * @throws {@link CryptoError} `package/commitment`
 */
export async function requireCommitted(
  disclosed: DisclosedPart,
  { parts }: Pick<Header, 'parts'>,
): Promise<void> {
  const commitment = parts.find(({ part }) => part === disclosed.part)?.commitment
  if (commitment !== (await commitPart(disclosed))) {
    throw new CryptoError('package/commitment', 'the header is bound to another part')
  }
}
