import { fromBase64Url } from '#crypto/bytes/bytes.js'
import type { BoundKeystoreFile } from '#crypto/keystore/bound-keystore-file.js'
import type { SecurityKeys } from './security-keys.js'

/**
 * Lets any of the security keys answer to which a keystore is bound.
 *
 * @param challenge - what it signs by the same touch.
 * @throws as {@link SecurityKeys}
 */
export const askBoundKey = (
  { rpId, prfSalt, securityKeys }: BoundKeystoreFile,
  keys: SecurityKeys,
  challenge?: Uint8Array,
) =>
  keys.ask({
    rpId,
    prfSalt: fromBase64Url(prfSalt),
    credentials: securityKeys.map(({ credential }) => fromBase64Url(credential)),
    ...(challenge && { challenge }),
  })
