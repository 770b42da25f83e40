import { CryptoError } from '../errors.js'
import { BoundKeystoreFile } from './bound-keystore-file.js'
import { parseFile } from './parse-file.js'

/**
 * Reads a bound keystore without opening it: which site, which question, which security keys.
 *
 * @throws {@link CryptoError} `keystore/malformed`
 */
export function readBoundKeystore(text: string): BoundKeystoreFile {
  const file = BoundKeystoreFile.safeParse(parseFile(() => text))
  if (file.success) return file.data
  throw new CryptoError('keystore/malformed', 'this is not a bound keystore')
}
