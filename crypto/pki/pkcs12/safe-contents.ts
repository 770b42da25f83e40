/**
 * The bags of a PKCS#12 file (RFC 7292 §4): certificates and one encrypted key, nothing else.
 *
 * @packageDocumentation
 */
import { type Fields, fieldsOf, listOf, onlyChild } from '../der/fields.js'
import { type DerValue, malformed, type Octets, readDer } from '../der/read-der.js'
import { explicit, implicit, TAG } from '../der/tag.js'
import { oidOf, smallIntegerOf } from '../der/values.js'
import { OID } from '../oid.js'
import { decryptPbes2 } from './pbes2.js'

export const MAX_PKCS12_BYTES = 262_144

export type Bags = { readonly certificates: readonly Octets[]; readonly keys: readonly Octets[] }

/**
 * Opens every bag of the authenticated content.
 *
 * @throws {@link CryptoError} `pki/malformed` for a bag that is neither a certificate nor an
 *   encrypted key (plain keys, secrets, lists, nested bags); and what `decryptPbes2` throws.
 */
export async function openBags(content: Octets, passphrase: string): Promise<Bags> {
  const certificates: Octets[] = []
  const keys: Octets[] = []
  for (const info of listOf(readDer(content, MAX_PKCS12_BYTES), TAG.sequence, 1, 8)) {
    const safe = readDer(await openContent(info, passphrase), MAX_PKCS12_BYTES)
    for (const bag of listOf(safe, TAG.sequence, 0, 16)) {
      const { type, value } = readBag(bag)
      if (type === OID.certBag) certificates.push(readCertificateBag(value))
      else if (type === OID.shroudedKeyBag) keys.push(await openKeyBag(value, passphrase))
      else throw malformed('a bag that is neither a certificate nor an encrypted key')
    }
  }
  return { certificates, keys }
}

async function openContent(info: DerValue, passphrase: string): Promise<Octets> {
  const fields = fieldsOf(info, TAG.sequence)
  const type = oidOf(fields.any())
  const content = onlyChild(fields.next(explicit(0)))
  fields.end()
  if (type === OID.data) return octetsOf(content)
  if (type !== OID.encryptedData) throw malformed('content neither plain nor under the passphrase')

  const encrypted = fieldsOf(content, TAG.sequence)
  if (smallIntegerOf(encrypted.next(TAG.integer)) !== 0)
    throw malformed('encrypted data not of version 0')
  const inner: Fields = fieldsOf(encrypted.next(TAG.sequence), TAG.sequence)
  encrypted.end()
  if (oidOf(inner.any()) !== OID.data) throw malformed('encrypted content of another type')
  const algorithm = inner.next(TAG.sequence)
  const ciphertext = inner.next(implicit(0)).content
  inner.end()
  return decryptPbes2(algorithm, ciphertext, passphrase)
}

function readBag(bag: DerValue): { type: string; value: DerValue } {
  const fields = fieldsOf(bag, TAG.sequence)
  const type = oidOf(fields.any())
  const value = onlyChild(fields.next(explicit(0)))
  // Attributes (friendly names, local ids) decide nothing: key and certificate are matched by key.
  fields.optional(TAG.set)
  fields.end()
  return { type, value }
}

function readCertificateBag(value: DerValue): Octets {
  const fields = fieldsOf(value, TAG.sequence)
  if (oidOf(fields.any()) !== OID.x509Certificate) throw malformed('a certificate not of X.509')
  const certificate = octetsOf(onlyChild(fields.next(explicit(0))))
  fields.end()
  return certificate
}

async function openKeyBag(value: DerValue, passphrase: string): Promise<Octets> {
  const fields = fieldsOf(value, TAG.sequence)
  const algorithm = fields.next(TAG.sequence)
  const ciphertext = fields.next(TAG.octetString).content
  fields.end()
  return decryptPbes2(algorithm, ciphertext, passphrase)
}

function octetsOf(value: DerValue): Octets {
  if (value.tag !== TAG.octetString) throw malformed('no octet string')
  return value.content
}
