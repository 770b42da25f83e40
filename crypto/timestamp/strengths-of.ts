import { fromBase64Url } from '../bytes/bytes.js'
import type { PublicJwk } from '../keys/key.js'
import type { CertificateSyntax } from '../pki/certificate-syntax.js'
import type { SignatureScheme } from '../pki/signature-algorithm.js'

/** One algorithm that a time-stamp stands on: a hash by name, or a key by kind and length of its modulus. */
export type Strength = {
  /** Such as `SHA-256`, `RSA`, `P-256`. */
  readonly name: string
  /** Of RSA. */
  readonly bits?: number
}

/**
 * Everything that must not break for a token to prove: its imprint, its own signature, and the keys and
 * signatures of its chain. The root's own signature says nothing: the trust list does.
 *
 * @param chain - from the signer upwards, without the root.
 */
export function strengthsOf(
  { hash }: SignatureScheme,
  chain: readonly CertificateSyntax[],
  root: CertificateSyntax,
): readonly Strength[] {
  const hashes = ['SHA-256', hash, ...chain.map(({ scheme }) => scheme.hash)]
  const all = [
    ...hashes.map((name): Strength => ({ name })),
    ...[...chain, root].map(({ jwk }) => strengthOfKey(jwk)),
  ]
  const spelled = (one: Strength) => `${one.name} ${one.bits ?? ''}`
  return [...new Map(all.map((one) => [spelled(one), one])).values()]
}

function strengthOfKey({ kty, crv, n = '' }: PublicJwk): Strength {
  if (kty !== 'RSA') return { name: crv ?? kty }
  const [head = 0, ...rest] = fromBase64Url(n)
  return { name: 'RSA', bits: 32 - Math.clz32(head) + 8 * rest.length }
}
