import { fromBase64Url, toBase64Url } from '#crypto/bytes/bytes.js'
import type { SecurityKey } from '#crypto/directory/security-key.js'
import { signSecurityKeyClaim } from '#crypto/directory/sign-security-key-claim.js'
import { importSigningKey } from '#crypto/keys/import-private.js'
import { addSecurityKey } from '#crypto/keystore/add-security-key.js'
import { bindKeystore } from '#crypto/keystore/bind-keystore.js'
import { isBoundKeystore } from '#crypto/keystore/is-bound-keystore.js'
import type { KeystoreContent } from '#crypto/keystore/keystore-file.js'
import { openBoundKeystore } from '#crypto/keystore/open-bound-keystore.js'
import { openKeystore } from '#crypto/keystore/open-keystore.js'
import { readBoundKeystore } from '#crypto/keystore/read-bound-keystore.js'
import { unlockBoundKeystore } from '#crypto/keystore/unlock-bound-keystore.js'
import { askBoundKey } from './ask-bound-key.js'
import type { SecurityKeys } from './security-keys.js'

type Binding = {
  /** By what its holder knows the key: a text of 1 to 64 characters. */
  readonly name: string
  /** The moment at which its holder says that it is theirs. */
  readonly at: Date
}
type Bound = {
  /** JSON text of the bound keystore. */
  readonly kept: string
  /** For the administrator who enters the key in the officer's credential: `rogatory-security-key`. */
  readonly claim: string
}

/**
 * Binds a kept keystore to a security key: to a first one, or to one more after one that it is bound to has
 * answered. What comes back has opened once to the new key; until it is kept, everything is as it was.
 *
 * @param file - JSON text of the keystore file or the bound keystore.
 * @throws CryptoError `keystore/passphrase`, `keystore/security-key`, `keystore/malformed`; as {@link SecurityKeys}
 */
export async function bindSecurityKey(
  file: string,
  passphrase: string,
  binding: Binding,
  keys: SecurityKeys,
): Promise<Bound> {
  return isBoundKeystore(file)
    ? another(file, passphrase, binding, keys)
    : first(file, passphrase, binding, keys)
}

async function first(
  file: string,
  passphrase: string,
  { name, at }: Binding,
  keys: SecurityKeys,
): Promise<Bound> {
  const rpId = keys.rpId()
  const content = await openKeystore(file, passphrase)
  const prfSalt = crypto.getRandomValues(new Uint8Array(32))
  const { credential, key } = await keys.create({ rpId, known: [] })
  const answer = await keys.ask({ rpId, prfSalt, credentials: [credential] })
  const kept = await bindKeystore(content, passphrase, { rpId, prfSalt, name, ...answer })
  await openBoundKeystore(kept, passphrase, answer)
  return { kept, claim: await claimOf(content, { credential, key, rpId }, at) }
}

async function another(
  file: string,
  passphrase: string,
  { name, at }: Binding,
  keys: SecurityKeys,
): Promise<Bound> {
  const before = readBoundKeystore(file)
  const { rpId } = before
  const present = await askBoundKey(before, keys)
  const unlocked = await unlockBoundKeystore(file, passphrase, present)
  const known = before.securityKeys.map((key) => fromBase64Url(key.credential))
  const { credential, key } = await keys.create({ rpId, known })
  const prfSalt = fromBase64Url(before.prfSalt)
  const answer = await keys.ask({ rpId, prfSalt, credentials: [credential] })
  const kept = await addSecurityKey(unlocked, { ...answer, name })
  await openBoundKeystore(kept, passphrase, answer)
  return { kept, claim: await claimOf(unlocked.content, { credential, key, rpId }, at) }
}

type Made = Pick<SecurityKey, 'key' | 'rpId'> & { readonly credential: Uint8Array }

async function claimOf(
  { authority, signingKey }: KeystoreContent,
  { credential, ...made }: Made,
  at: Date,
): Promise<string> {
  const securityKey = { ...made, credential: toBase64Url(credential) }
  const claim = { authority, securityKey, declared: at.toISOString() }
  return signSecurityKeyClaim(claim, await importSigningKey(signingKey))
}
