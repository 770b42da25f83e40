import { equalBytes } from '../bytes/bytes.js'
import { CryptoError } from '../errors.js'
import type { CertificateSyntax } from './certificate-syntax.js'
import { type RevocationList, readRevocationList } from './revocation-list.js'
import { requireListOf } from './verify-revocation-list.js'

/**
 * Refuses a path in which a certificate was revoked at or before `at`.
 *
 * A list speaks for every moment before its nextUpdate: whoever was revoked before `at` stands in
 * every later list with the date, until the certificate expires; from then on it may be dropped
 * (RFC 5280 §3.3), so a list made after that says nothing. A revocation after `at` leaves what was
 * proved before it proved. Lists of issuers outside the path are of no interest and are skipped.
 *
 * @param path - from the leaf to the root, signatures verified.
 * @throws {@link CryptoError} `pki/revoked`; `pki/validity` if no list of an issuer reaches to `at`
 *   (only a stale one, or none); `pki/chain` for a list in an issuer's name that it did not sign.
 */
export async function requireNotRevoked(
  path: readonly CertificateSyntax[],
  revocationLists: readonly string[],
  at: Date,
): Promise<void> {
  if (revocationLists.length > 64) throw new CryptoError('pki/malformed', 'more than 64 lists')
  const lists = revocationLists.map(readRevocationList)
  for (const [index, issuer] of path.slice(1).entries()) {
    const own = lists.filter((list) => equalBytes(list.issuer, issuer.subject))
    for (const list of own) await requireListOf(issuer, list)
    const certificate = path[index] ?? issuer
    if (isRevoked(certificate.serial, own, at)) {
      throw new CryptoError('pki/revoked', 'a certificate that was revoked at that moment')
    }
    const speaks = ({ thisUpdate, nextUpdate }: RevocationList) =>
      nextUpdate >= at && thisUpdate <= certificate.notAfter
    if (!own.some(speaks)) {
      throw new CryptoError(
        'pki/validity',
        'no revocation list of an issuer reaches to that moment',
      )
    }
  }
}

/** Any list of the issuer may tell, a stale one too: revocation is for good. */
const isRevoked = (serial: string, lists: readonly RevocationList[], at: Date): boolean =>
  lists.some(({ revoked }) => revoked.some((entry) => entry.serial === serial && entry.at <= at))
