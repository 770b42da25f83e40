import { CryptoError } from '../errors.js'

/** The same refusal under this folder's name: bad DER of a token is `timestamp/malformed`. */
export function asTimestamp<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof CryptoError && error.code === 'pki/malformed') {
      throw new CryptoError('timestamp/malformed', error.message)
    }
    throw error
  }
}
