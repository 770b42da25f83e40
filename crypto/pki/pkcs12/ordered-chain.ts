import { equalBytes } from '../../bytes/bytes.js'
import { CryptoError } from '../../errors.js'
import type { PublicJwk } from '../../keys/key.js'
import { readCertificateSyntax } from '../certificate-syntax.js'
import { type Certificate, certificateOf } from '../certificate.js'
import { isNamedBy } from '../chain-profile.js'
import type { Octets } from '../der/read-der.js'
import { isSameKey } from '../public-key.js'

/**
 * From the certificate of the key upwards, each once, until the issuer is not in the file. Roots,
 * which issued themselves, are left out; but for a root whose own key is in the file, alone.
 *
 * @throws {@link CryptoError} `pki/chain` unless exactly one certificate is of the key, and every
 *   other one is part of its chain; and what `readCertificate` throws.
 */
export function orderedChain(encodings: readonly Octets[], key: PublicJwk): readonly Certificate[] {
  const all = encodings.map(readCertificateSyntax)
  const [alone, ...others] = all
  if (alone !== undefined && others.length === 0 && isSameKey(alone.jwk, key)) {
    return [certificateOf(alone)]
  }
  const offered = all.filter(({ issuer, subject }) => !equalBytes(issuer, subject))
  const chain = offered.filter((each) => isSameKey(each.jwk, key))
  if (chain.length !== 1)
    throw new CryptoError('pki/chain', 'not exactly one certificate of the key')
  for (let last = chain[0]; last !== undefined && chain.length < offered.length;) {
    const child = last
    const next = offered.find((each) => !chain.includes(each) && isNamedBy(child, each))
    if (next !== undefined) chain.push(next)
    last = next
  }
  if (chain.length < offered.length) {
    throw new CryptoError('pki/chain', 'a certificate that is no part of the chain')
  }
  return chain.map(certificateOf)
}
