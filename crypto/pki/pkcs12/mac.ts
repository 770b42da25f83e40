/**
 * The integrity of a PKCS#12 file (RFC 7292 §4, appendix B): HMAC-SHA-256 under a key that
 * node-forge derives from the passphrase.
 *
 * @packageDocumentation
 */
import forge from 'node-forge'
import { equalBytes } from '../../bytes/bytes.js'
import { CryptoError } from '../../errors.js'
import { fieldsOf } from '../der/fields.js'
import { type DerValue, malformed, type Octets } from '../der/read-der.js'
import { TAG } from '../der/tag.js'
import { smallIntegerOf } from '../der/values.js'
import { NULL, octetString, oid, sequence, unsignedInteger } from '../der/write-der.js'
import { fromForge, toForge } from '../forge-bytes.js'
import { OID } from '../oid.js'
import { requireIterations, tooWeak } from './pbes2.js'

/**
 * Whoever guesses passphrases attacks the cheaper of the two derivations. This one is computed in
 * JavaScript, so it has fewer rounds than the cipher's; half a second on a small machine.
 */
const MAC_ITERATIONS = 250_000
const MAX_MAC_ITERATIONS = 1_000_000
const MAC_KEY_ID = 3
const HMAC = { name: 'HMAC', hash: 'SHA-256' }
const SHA256 = sequence(oid(OID.sha256), NULL)

/** MacData over the authenticated content. */
export async function macDataOf(content: Octets, passphrase: string): Promise<Octets> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const key = await macKey(passphrase, salt, MAC_ITERATIONS)
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, content))
  return sequence(
    sequence(SHA256, octetString(mac)),
    octetString(salt),
    unsignedInteger(MAC_ITERATIONS),
  )
}

/**
 * Verifies MacData.
 *
 * @throws {@link CryptoError} `pki/passphrase` if it does not verify: a wrong passphrase and an
 *   altered file look the same; `pki/weak` for a MAC other than HMAC-SHA-256;
 *   `pki/malformed` for another shape or above 1,000,000 iterations.
 */
export async function requireMac(
  data: DerValue,
  content: Octets,
  passphrase: string,
): Promise<void> {
  const fields = fieldsOf(data, TAG.sequence)
  const digest = fieldsOf(fields.next(TAG.sequence), TAG.sequence)
  const salt = fields.next(TAG.octetString).content
  const count = fields.optional(TAG.integer)
  fields.end()
  if (!equalBytes(digest.next(TAG.sequence).bytes, SHA256)) throw tooWeak()
  const mac = digest.next(TAG.octetString).content
  digest.end()

  const iterations = count === undefined ? 1 : smallIntegerOf(count)
  requireIterations(iterations, MAX_MAC_ITERATIONS)
  if (salt.length < 8 || salt.length > 64) throw malformed('a salt of the wrong length')
  const key = await macKey(passphrase, salt, iterations)
  if (!(await crypto.subtle.verify('HMAC', key, mac, content))) {
    throw new CryptoError('pki/passphrase', 'a wrong passphrase, or a file that was altered')
  }
}

function macKey(passphrase: string, salt: Octets, iterations: number): Promise<CryptoKey> {
  const { generateKey } = forge.pkcs12 as unknown as ForgeDerivation
  const buffer = forge.util.createBuffer(toForge(salt))
  const sha256 = forge.md.sha256.create()
  const derived = generateKey(passphrase, buffer, MAC_KEY_ID, iterations, 32, sha256)
  const octets = fromForge(derived.getBytes())
  return crypto.subtle.importKey('raw', octets, HMAC, false, ['sign', 'verify'])
}

// Public in node-forge, absent from its types.
type ForgeDerivation = {
  generateKey: (
    passphrase: string,
    salt: forge.util.ByteStringBuffer,
    id: number,
    iterations: number,
    length: number,
    digest: forge.md.MessageDigest,
  ) => forge.util.ByteStringBuffer
}
