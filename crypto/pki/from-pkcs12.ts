import { SIGNATURES } from '../keys/algorithms.js'
import { fieldsOf, onlyChild } from './der/fields.js'
import { malformed, readDer } from './der/read-der.js'
import { explicit, TAG } from './der/tag.js'
import { oidOf, smallIntegerOf } from './der/values.js'
import type { Identity, IdentityKey } from './identity.js'
import { importIdentityKey } from './identity-key.js'
import { OID } from './oid.js'
import { requireMac } from './pkcs12/mac.js'
import { orderedChain } from './pkcs12/ordered-chain.js'
import { MAX_PKCS12_BYTES, openBags } from './pkcs12/safe-contents.js'
import { requirePassphrase } from './to-pkcs12.js'

/**
 * Opens a PKCS#12 file (RFC 7292) that holds one identity.
 *
 * Integrity first: nothing inside is read before the MAC verifies. Accepted is what `toPkcs12` and
 * `openssl pkcs12 -export` of OpenSSL 3 write: PBES2 with AES-256-CBC and PBKDF2-HMAC-SHA-256,
 * HMAC-SHA-256. Older protections (RC2 with 40 bits, triple DES, SHA-1) are refused. A root that
 * lies in the file is left out: roots come from the trust list. A root alone with its own key is what
 * an operator keeps, and opens.
 *
 * @returns the identity, its chain in order. The chain is not verified: see `verifyChain`.
 * @throws {@link CryptoError} `pki/passphrase` for a wrong passphrase or an altered file;
 *   `pki/weak` for an older protection, or a key below the profile; `pki/malformed` for another
 *   shape, other bags, no key or several, above 256 KiB; `pki/chain` if certificates are missing,
 *   superfluous or not of this key.
 */
export async function fromPkcs12(bytes: Uint8Array, passphrase: string): Promise<Identity> {
  requirePassphrase(passphrase)
  const fields = fieldsOf(readDer(bytes, MAX_PKCS12_BYTES), TAG.sequence)
  if (smallIntegerOf(fields.next(TAG.integer)) !== 3) throw malformed('a file not of version 3')
  const info = fieldsOf(fields.next(TAG.sequence), TAG.sequence)
  if (oidOf(info.any()) !== OID.data) throw malformed('a file not under a passphrase')
  const content = onlyChild(info.next(explicit(0)))
  info.end()
  if (content.tag !== TAG.octetString) throw malformed('no octet string')
  await requireMac(fields.next(TAG.sequence), content.content, passphrase)
  fields.end()

  const { certificates, keys } = await openBags(content.content, passphrase)
  const [pkcs8, ...otherKeys] = keys
  if (pkcs8 === undefined || otherKeys.length > 0) throw malformed('not exactly one key')
  const key = await importIdentityKey(pkcs8)
  const [certificate, ...issuers] = orderedChain(certificates, key.jwk)
  if (certificate === undefined) throw malformed('no certificate')
  await requirePair(key)
  const { privateKeyPem, ...signingKey } = key
  return { certificate, chain: [certificate, ...issuers], key: signingKey, privateKeyPem }
}

/** The private numbers belong to the public ones: WebCrypto imports inconsistent keys unseen. */
async function requirePair({ privateKey, key, alg }: IdentityKey): Promise<void> {
  const challenge = crypto.getRandomValues(new Uint8Array(32))
  const { signing } = SIGNATURES[alg]
  const isPair = await crypto.subtle
    .sign(signing, privateKey, challenge)
    .then((signature) => crypto.subtle.verify(signing, key, signature, challenge))
    .catch(() => false)
  if (!isPair) throw malformed('a private key that is not of its public one')
}
