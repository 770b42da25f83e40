import { openKeystore } from '#crypto/keystore/open-keystore.js'
import { sealKeystore } from '#crypto/keystore/seal-keystore.js'
import { requireGoodPassphrase } from './passphrase-rule.js'

/**
 * The same keys in a keystore file under another passphrase. It was opened once when it comes back, so
 * that it may take the place of the one before; copies of that one still open with its own passphrase.
 *
 * @param file - JSON text of the keystore, as is the answer.
 * @throws {@link ClientError} `keystore-passphrase` for a next one against the rule; CryptoError
 *   `keystore/passphrase`, `keystore/malformed`
 */
export async function resealKeystore(
  file: string,
  passphrase: string,
  next: string,
): Promise<string> {
  await requireGoodPassphrase(next)
  const resealed = await sealKeystore(await openKeystore(file, passphrase), next)
  await openKeystore(resealed, next)
  return resealed
}
