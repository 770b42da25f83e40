import { fromBase64Url } from '#crypto/bytes/bytes.js'
import { addSecurityKey } from '#crypto/keystore/add-security-key.js'
import { bindKeystore } from '#crypto/keystore/bind-keystore.js'
import { isBoundKeystore } from '#crypto/keystore/is-bound-keystore.js'
import { openBoundKeystore } from '#crypto/keystore/open-bound-keystore.js'
import { openKeystore } from '#crypto/keystore/open-keystore.js'
import { readBoundKeystore } from '#crypto/keystore/read-bound-keystore.js'
import { unlockBoundKeystore } from '#crypto/keystore/unlock-bound-keystore.js'
import { askBoundKey } from './ask-bound-key.js'
import type { SecurityKeys } from './security-keys.js'

/**
 * Binds a kept keystore to a security key: to a first one, or to one more after one that it is bound to has
 * answered. What comes back has opened once to the new key; until it is kept, everything is as it was.
 *
 * @param file - JSON text of the keystore file or the bound keystore.
 * @param name - by what its holder knows the key: a text of 1 to 64 characters.
 * @returns JSON text of the bound keystore.
 * @throws CryptoError `keystore/passphrase`, `keystore/security-key`, `keystore/malformed`; as {@link SecurityKeys}
 */
export async function bindSecurityKey(
  file: string,
  passphrase: string,
  name: string,
  keys: SecurityKeys,
): Promise<string> {
  return isBoundKeystore(file)
    ? another(file, passphrase, name, keys)
    : first(file, passphrase, name, keys)
}

async function first(
  file: string,
  passphrase: string,
  name: string,
  keys: SecurityKeys,
): Promise<string> {
  const rpId = keys.rpId()
  const content = await openKeystore(file, passphrase)
  const prfSalt = crypto.getRandomValues(new Uint8Array(32))
  const credential = await keys.create({ rpId, known: [] })
  const answer = await keys.ask({ rpId, prfSalt, credentials: [credential] })
  const bound = await bindKeystore(content, passphrase, { rpId, prfSalt, name, ...answer })
  await openBoundKeystore(bound, passphrase, answer)
  return bound
}

async function another(
  file: string,
  passphrase: string,
  name: string,
  keys: SecurityKeys,
): Promise<string> {
  const before = readBoundKeystore(file)
  const { rpId } = before
  const present = await askBoundKey(before, keys)
  const unlocked = await unlockBoundKeystore(file, passphrase, present)
  const known = before.securityKeys.map((key) => fromBase64Url(key.credential))
  const credential = await keys.create({ rpId, known })
  const prfSalt = fromBase64Url(before.prfSalt)
  const answer = await keys.ask({ rpId, prfSalt, credentials: [credential] })
  const bound = await addSecurityKey(unlocked, { ...answer, name })
  await openBoundKeystore(bound, passphrase, answer)
  return bound
}
