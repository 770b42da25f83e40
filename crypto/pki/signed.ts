import { bitString, sequence } from './der/write-der.js'
import type { Octets } from './der/read-der.js'
import { signAsIssuer } from './identity-key.js'
import { SHA256_WITH_RSA } from './signature-algorithm.js'

/** X.509's SIGNED: what is signed, the algorithm, the signature, under an issuer's key. */
export async function signedByIssuer(tbs: Octets, privateKeyPem: string): Promise<Octets> {
  return sequence(tbs, SHA256_WITH_RSA, bitString(await signAsIssuer(privateKeyPem, tbs)))
}
