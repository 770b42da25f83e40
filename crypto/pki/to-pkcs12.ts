import { CryptoError } from '../errors.js'
import type { Octets } from './der/read-der.js'
import { explicit, implicit } from './der/tag.js'
import { der, octetString, oid, sequence, setOf, unsignedInteger } from './der/write-der.js'
import type { Identity } from './identity.js'
import { MAX_PRIVATE_KEY_BYTES } from './identity-key.js'
import { OID } from './oid.js'
import { fromPem } from './pem.js'
import { macDataOf } from './pkcs12/mac.js'
import { encryptPbes2 } from './pkcs12/pbes2.js'
import { sha256Now } from './sha256-now.js'

export const MAX_PASSPHRASE = 1024

/**
 * Packs an identity into a PKCS#12 file (RFC 7292): key and certificates under PBES2 with
 * AES-256-CBC and PBKDF2-HMAC-SHA-256, the whole under HMAC-SHA-256. OpenSSL 3 reads it as it is.
 *
 * @param passphrase - 1 to 1024 characters. Its strength is the caller's business.
 * @throws {@link CryptoError} `pki/passphrase` if empty or too long; `pki/malformed` if the
 *   identity's key is not PKCS#8 in PEM.
 */
export async function toPkcs12(
  identity: Omit<Identity, 'key'>,
  passphrase: string,
): Promise<Uint8Array<ArrayBuffer>> {
  requirePassphrase(passphrase)
  const keyId = sha256Now(identity.certificate.der)
  const certificates = identity.chain.map(({ der: octets }, index) =>
    certificateBag(octets, index === 0 ? keyId : undefined),
  )
  const pkcs8 = fromPem('PRIVATE KEY', identity.privateKeyPem, MAX_PRIVATE_KEY_BYTES)
  const content = sequence(
    await encryptedContent(sequence(...certificates), passphrase),
    plainContent(sequence(await keyBag(pkcs8, keyId, passphrase))),
  )
  return sequence(unsignedInteger(3), plainContent(content), await macDataOf(content, passphrase))
}

/** Refuses what can't be a passphrase. */
export function requirePassphrase(passphrase: string): void {
  if (passphrase.length === 0 || passphrase.length > MAX_PASSPHRASE) {
    throw new CryptoError('pki/passphrase', `a passphrase has 1 to ${MAX_PASSPHRASE} characters`)
  }
}

function certificateBag(octets: Uint8Array, keyId: Octets | undefined): Octets {
  const certificate = sequence(oid(OID.x509Certificate), der(explicit(0), octetString(octets)))
  return bag(OID.certBag, certificate, keyId)
}

async function keyBag(pkcs8: Octets, keyId: Octets, passphrase: string): Promise<Octets> {
  const { algorithm, ciphertext } = await encryptPbes2(pkcs8, passphrase)
  return bag(OID.shroudedKeyBag, sequence(algorithm, octetString(ciphertext)), keyId)
}

/** SafeBag (§4.2). The localKeyId ties a key to its certificate, for readers that want it. */
function bag(type: string, value: Octets, keyId: Octets | undefined): Octets {
  const attributes =
    keyId === undefined ? [] : [setOf(sequence(oid(OID.localKeyId), setOf(octetString(keyId))))]
  return sequence(oid(type), der(explicit(0), value), ...attributes)
}

const plainContent = (content: Octets): Octets =>
  sequence(oid(OID.data), der(explicit(0), octetString(content)))

/** ContentInfo with EncryptedData (RFC 5652 §8). */
async function encryptedContent(content: Octets, passphrase: string): Promise<Octets> {
  const { algorithm, ciphertext } = await encryptPbes2(content, passphrase)
  const info = sequence(oid(OID.data), algorithm, der(implicit(0), ciphertext))
  return sequence(oid(OID.encryptedData), der(explicit(0), sequence(unsignedInteger(0), info)))
}
