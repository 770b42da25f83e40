import { fromBase64Url, toBase64Url } from '#crypto/bytes/bytes.js'
import { bindKeystore } from '#crypto/keystore/bind-keystore.js'
import { isBoundKeystore } from '#crypto/keystore/is-bound-keystore.js'
import { openBoundKeystore } from '#crypto/keystore/open-bound-keystore.js'
import { readBoundKeystore } from '#crypto/keystore/read-bound-keystore.js'
import { sealKeystore } from '#crypto/keystore/seal-keystore.js'
import { requireGoodPassphrase } from '../officers/passphrase-rule.js'
import { resealKeystore } from '../officers/reseal-keystore.js'
import { askBoundKey } from './ask-bound-key.js'
import type { SecurityKeys } from './security-keys.js'

type Resealed = {
  /** JSON text of what is to be kept: bound, if it was. */
  readonly kept: string
  /** JSON text of the keystore file, to be saved elsewhere. */
  readonly file: string
}

/**
 * The same keys under another passphrase. A bound keystore stays bound to the security key that answers, and to no
 * other: what seals to a key is made of its answer and the passphrase, so each of the others is bound again.
 *
 * @throws {@link ClientError} `keystore-passphrase` for a next one against the rule; CryptoError
 *   `keystore/passphrase`, `keystore/security-key`, `keystore/malformed`; as {@link SecurityKeys}
 */
export async function resealKeptKeystore(
  text: string,
  passphrase: string,
  next: string,
  keys: SecurityKeys,
): Promise<Resealed> {
  if (!isBoundKeystore(text)) {
    const file = await resealKeystore(text, passphrase, next)
    return { kept: file, file }
  }
  await requireGoodPassphrase(next)
  const bound = readBoundKeystore(text)
  const answer = await askBoundKey(bound, keys)
  const content = await openBoundKeystore(text, passphrase, answer)
  const credential = toBase64Url(answer.credential)
  const { name = '' } = bound.securityKeys.find((key) => key.credential === credential) ?? {}
  const site = { rpId: bound.rpId, prfSalt: fromBase64Url(bound.prfSalt) }
  const kept = await bindKeystore(content, next, { ...site, ...answer, name })
  await openBoundKeystore(kept, next, answer)
  return { kept, file: await sealKeystore(content, next) }
}
