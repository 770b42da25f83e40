import type { SigningKey } from '../keys/key.js'
import type { Octets } from './der/read-der.js'
import { toDer } from './ecdsa-signature.js'
import { PSS_SHA256 } from './identity-key.js'
import { ECDSA_WITH_SHA256, PSS_WITH_SHA256 } from './signature-algorithm.js'

/** Signs what X.509 or CMS carries: RSASSA-PSS or ECDSA, whichever the key is for, with SHA-256. */
export async function signAsIdentity(
  { alg, privateKey }: Pick<SigningKey, 'alg' | 'privateKey'>,
  data: Octets,
): Promise<{ readonly algorithm: Octets; readonly signature: Octets }> {
  const isRsa = alg === 'PS256'
  const scheme = isRsa ? PSS_SHA256 : { name: 'ECDSA', hash: 'SHA-256' }
  const signature = new Uint8Array(await crypto.subtle.sign(scheme, privateKey, data))
  return isRsa
    ? { algorithm: PSS_WITH_SHA256, signature }
    : { algorithm: ECDSA_WITH_SHA256, signature: toDer(signature) }
}
