import { CryptoError } from '../errors.js'
import { syntaxOf } from './certificate.js'
import type { Octets } from './der/read-der.js'
import { explicit, implicit, TAG } from './der/tag.js'
import { der, octetString, oid, sequence, time, unsignedInteger } from './der/write-der.js'
import type { CertificateIssuer } from './identity.js'
import { keyIdentifierOf } from './certificate-template.js'
import { OID } from './oid.js'
import { toPem } from './pem.js'
import { REASONS, type RevokedCertificate } from './revocation-list.js'
import { SHA256_WITH_RSA } from './signature-algorithm.js'
import { signedByIssuer } from './signed.js'

/**
 * Issues a full revocation list (RFC 5280 §5.1). Its number is the moment of `thisUpdate` in
 * milliseconds, which only grows (§5.2.3).
 *
 * @param revoked - everything this issuer ever revoked. Kept for good: a proof may be read decades
 *   after a certificate expired. `at` is cut to the second.
 * @returns PEM.
 * @throws {@link CryptoError} `pki/usage` if the issuer is no root or intermediate; `pki/validity`
 *   if `nextUpdate` is not after `thisUpdate`.
 */
export async function issueRevocationList(
  issuer: CertificateIssuer,
  revoked: readonly RevokedCertificate[],
  { thisUpdate, nextUpdate }: { readonly thisUpdate: Date; readonly nextUpdate: Date },
): Promise<string> {
  const { role } = issuer.certificate
  if (role !== 'root' && role !== 'intermediate') {
    throw new CryptoError('pki/usage', 'an issuer that may not issue revocation lists')
  }
  if (!(nextUpdate > thisUpdate)) {
    throw new CryptoError('pki/validity', 'a list whose next update is not after this one')
  }
  const { subject, jwk, extensions } = syntaxOf(issuer.certificate)
  const keyIdentifier = extensions.subjectKeyIdentifier ?? (await keyIdentifierOf(jwk))
  const tbs = sequence(
    unsignedInteger(1),
    SHA256_WITH_RSA,
    subject,
    time(thisUpdate),
    time(nextUpdate),
    ...(revoked.length === 0 ? [] : [sequence(...revoked.map(entryOf))]),
    der(
      explicit(0),
      sequence(
        extension(OID.authorityKeyIdentifier, sequence(der(implicit(0), keyIdentifier))),
        extension(OID.crlNumber, unsignedInteger(thisUpdate.getTime())),
      ),
    ),
  )
  return toPem('X509 CRL', await signedByIssuer(tbs, issuer.privateKeyPem))
}

function entryOf({ serial, at, reason }: RevokedCertificate): Octets {
  const code = der(TAG.enumerated, Uint8Array.of(REASONS[reason]))
  // §5.3.1: "unspecified" is said by silence.
  const extensions = reason === 'unspecified' ? [] : [sequence(extension(OID.crlReason, code))]
  return sequence(unsignedInteger(serial), time(at), ...extensions)
}

const extension = (id: string, value: Octets): Octets => sequence(oid(id), octetString(value))
