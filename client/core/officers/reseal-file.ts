import { openKeystore } from '#crypto/keystore/open-keystore.js'
import { sealKeystore } from '#crypto/keystore/seal-keystore.js'
import { openIdentityKey, sealIdentityKey } from '#crypto/pki/encrypted-key.js'
import { fromPkcs12 } from '#crypto/pki/from-pkcs12.js'
import { toPkcs12 } from '#crypto/pki/to-pkcs12.js'

/** Opens the octets of a file under a passphrase; what comes back seals them under another. */
type Reseal = (
  octets: Uint8Array,
  passphrase: string,
) => Promise<(next: string) => Promise<string | Uint8Array<ArrayBuffer>>>

const text = (octets: Uint8Array) => new TextDecoder().decode(octets)

const keystore: Reseal = async (octets, passphrase) => {
  const content = await openKeystore(text(octets), passphrase)
  return (next) => sealKeystore(content, next)
}
const pkcs12: Reseal = async (octets, passphrase) => {
  const identity = await fromPkcs12(octets, passphrase)
  return (next) => toPkcs12(identity, next)
}
const identityKey: Reseal = async (octets, passphrase) => {
  const key = await openIdentityKey(text(octets), passphrase)
  return (next) => sealIdentityKey(key, next)
}

/** The files that a passphrase protects, in an officer's home and in an authority's own folder. */
export const PROTECTED_FILES: ReadonlyMap<string, Reseal> = new Map([
  ['officer.keystore', keystore],
  ['operational.keystore', keystore],
  ['operational.next.keystore', keystore],
  ['identity.p12', pkcs12],
  ['identity-key.pem', identityKey],
])
