import { equalBytes } from '../bytes/bytes.js'
import { CryptoError } from '../errors.js'
import type { CertificateSyntax } from './certificate-syntax.js'
import { type Certificate, syntaxOf } from './certificate.js'
import { USAGE } from './extensions.js'
import { type RevocationList, readRevocationList } from './revocation-list.js'
import { verifySignature } from './signature-algorithm.js'

/**
 * Reads a list and verifies that `issuer` signed it and may sign lists (RFC 5280 §6.3.3 (f), (g)).
 *
 * @throws {@link CryptoError} what `readRevocationList` throws; `pki/chain` if another signed it;
 *   `pki/usage` if the issuer's key may not sign lists.
 */
export async function verifyRevocationList(
  list: string | Uint8Array,
  issuer: Certificate,
): Promise<RevocationList> {
  const read = readRevocationList(list)
  await requireListOf(syntaxOf(issuer), read)
  return read
}

/** The check behind it, on decoded forms. */
export async function requireListOf(
  issuer: CertificateSyntax,
  list: RevocationList,
): Promise<void> {
  const isNamed = equalBytes(list.issuer, issuer.subject)
  if (!isNamed || !(await verifySignature(list.scheme, issuer, list.signature, list.tbs))) {
    throw new CryptoError('pki/chain', 'a revocation list of another issuer')
  }
  if (((issuer.extensions.keyUsage?.bits ?? 0) & USAGE.crlSign) === 0) {
    throw new CryptoError('pki/usage', 'an issuer whose key may not sign revocation lists')
  }
}
