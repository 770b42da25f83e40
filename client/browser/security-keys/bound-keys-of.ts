import type { BoundKey } from '#crypto/keystore/bound-keystore-file.js'
import { isBoundKeystore } from '#crypto/keystore/is-bound-keystore.js'
import { readBoundKeystore } from '#crypto/keystore/read-bound-keystore.js'
import type { KeptIdentity } from '../../keystore/indexed-db/identities.js'

/** The security keys that what is kept of an identity is bound to. @throws CryptoError `keystore/malformed` */
export const boundKeysOf = ({ keystore }: KeptIdentity): readonly BoundKey[] =>
  isBoundKeystore(keystore) ? readBoundKeystore(keystore).securityKeys : []
