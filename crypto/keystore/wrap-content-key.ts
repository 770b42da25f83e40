import { toBase64Url } from '../bytes/bytes.js'
import type { BoundKey } from './bound-keystore-file.js'
import type { SecurityKeyAnswer } from './derive-bound-key.js'
import { sealUnder } from './seal-under.js'

/** A security key as it is bound: what it answered, and by what its holder knows it. */
export type NamedAnswer = SecurityKeyAnswer & Pick<BoundKey, 'name'>

/** The content key of a bound keystore for one security key, under the key that `deriveBoundKey` makes. */
export const wrapContentKey = async (
  contentKey: Uint8Array,
  key: Uint8Array,
  { credential, name }: NamedAnswer,
): Promise<BoundKey> => ({
  credential: toBase64Url(credential),
  name,
  jwe: await sealUnder(key, contentKey, 'rogatory-bound-keystore-key'),
})
