import { fieldsOf } from './der/fields.js'
import { readDer } from './der/read-der.js'
import { TAG } from './der/tag.js'
import { octetString, sequence } from './der/write-der.js'
import type { IdentityKey } from './identity.js'
import { importIdentityKey, MAX_PRIVATE_KEY_BYTES } from './identity-key.js'
import { fromPem, toPem } from './pem.js'
import { decryptPbes2, encryptPbes2 } from './pkcs12/pbes2.js'
import { requirePassphrase } from './to-pkcs12.js'

/**
 * Protects an identity key that has no certificate yet: EncryptedPrivateKeyInfo (RFC 5958 §3) in PEM,
 * under the protection of our PKCS#12 files. `openssl pkey` reads it.
 *
 * @throws {@link CryptoError} `pki/passphrase` if empty or too long.
 */
export async function sealIdentityKey(key: IdentityKey, passphrase: string): Promise<string> {
  requirePassphrase(passphrase)
  const pkcs8 = fromPem('PRIVATE KEY', key.privateKeyPem, MAX_PRIVATE_KEY_BYTES)
  const { algorithm, ciphertext } = await encryptPbes2(pkcs8, passphrase)
  return toPem('ENCRYPTED PRIVATE KEY', sequence(algorithm, octetString(ciphertext)))
}

/**
 * Opens it again; a key in plain PKCS#8 is read as it is.
 *
 * @throws {@link CryptoError} `pki/passphrase`, `pki/weak` for an older protection or a short key,
 *   `pki/malformed`.
 */
export async function openIdentityKey(pem: string, passphrase: string): Promise<IdentityKey> {
  if (pem.trimStart().startsWith('-----BEGIN PRIVATE KEY-----')) {
    return importIdentityKey(fromPem('PRIVATE KEY', pem, MAX_PRIVATE_KEY_BYTES))
  }
  requirePassphrase(passphrase)
  const octets = fromPem('ENCRYPTED PRIVATE KEY', pem, MAX_PRIVATE_KEY_BYTES)
  const info = fieldsOf(readDer(octets, MAX_PRIVATE_KEY_BYTES), TAG.sequence)
  const algorithm = info.next(TAG.sequence)
  const ciphertext = info.next(TAG.octetString).content
  info.end()
  return importIdentityKey(await decryptPbes2(algorithm, ciphertext, passphrase))
}
