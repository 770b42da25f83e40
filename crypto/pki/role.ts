/**
 * What a certificate is for, and for whom: read from the extensions, never from the display name.
 *
 * | role | names itself by | extendedKeyUsage |
 * |---|---|---|
 * | authority | one URI `urn:rogatory:authority:<id>` | documentSigning (RFC 9336) |
 * | relay | one URI `urn:rogatory:relay:<id>` | documentSigning |
 * | timestamp | at most one URI `urn:rogatory:tsa:<id>` | timeStamping, critical and alone (RFC 3161 §2.3) |
 * | root, intermediate | its subject | none, or one that includes what it issues for |
 *
 * @packageDocumentation
 */
import { equalBytes } from '../bytes/bytes.js'
import { CryptoError } from '../errors.js'
import type { CertificateSyntax } from './certificate-syntax.js'
import { OID } from './oid.js'

export type Role = 'root' | 'authority' | 'relay' | 'timestamp' | 'intermediate'
export type LeafRole = 'authority' | 'relay' | 'timestamp'

const PREFIX = { authority: 'authority', relay: 'relay', timestamp: 'tsa' } as const
const LEAF_ROLES = ['authority', 'relay', 'timestamp'] as const
const PARTY = /^[a-z]{2}\.[a-z0-9]+(-[a-z0-9]+)*$/

/** The URI by which a certificate names its party. */
export const partyUri = (role: LeafRole, party: string): string =>
  `urn:rogatory:${PREFIX[role]}:${party}`

/**
 * Refuses what is no id of a party, such as `xa.moj`.
 *
 * @throws {@link CryptoError} `pki/name`.
 */
export function requireParty(party: string): string {
  if (party.length > 64 || !PARTY.test(party)) {
    throw new CryptoError('pki/name', 'not an id of an authority, relay or time-stamping authority')
  }
  return party
}

/** Extended key usage that a leaf of this role must have. */
export const purposeOf = (role: LeafRole): string =>
  role === 'timestamp' ? OID.timeStamping : OID.documentSigning

/**
 * The role of a certificate and the party it names.
 *
 * @throws {@link CryptoError} `pki/name` if it names two parties, or none where it must;
 *   `pki/usage` if it has no role in this network.
 */
export function roleOf(certificate: CertificateSyntax): { role: Role; party?: string } {
  const { basicConstraints, extendedKeyUsage, subjectAltName } = certificate.extensions
  if (basicConstraints?.ca === true) {
    const isRoot = equalBytes(certificate.issuer, certificate.subject)
    return { role: isRoot ? 'root' : 'intermediate' }
  }
  const purposes = extendedKeyUsage?.purposes ?? []
  const uris = subjectAltName?.uris ?? []
  if (purposes.includes(OID.timeStamping)) return timestampRole(uris)
  if (!purposes.includes(OID.documentSigning)) {
    throw new CryptoError('pki/usage', 'a certificate without a role in this network')
  }
  const [uri, ...others] = uris
  if (uri === undefined || others.length > 0 || subjectAltName?.others !== 0) {
    throw new CryptoError('pki/name', 'a certificate that does not name exactly one party')
  }
  const named = partyOfUri(uri)
  if (named === undefined || named.role === 'timestamp') {
    throw new CryptoError('pki/name', 'a URI that names no authority and no relay')
  }
  return named
}

/** Role and party that a URI names, if it is one of this network. */
export function partyOfUri(uri: string): { role: LeafRole; party: string } | undefined {
  const role = LEAF_ROLES.find((each) => uri.startsWith(partyUri(each, '')))
  return role && { role, party: requireParty(uri.slice(partyUri(role, '').length)) }
}

/** Time-stamping authorities outside this network name themselves by their subject only. */
function timestampRole(uris: readonly string[]): { role: Role; party?: string } {
  const named = uris.map(partyOfUri).find((party) => party !== undefined)
  if (named === undefined) return { role: 'timestamp' }
  if (uris.length > 1 || named.role !== 'timestamp') {
    throw new CryptoError('pki/name', 'a time-stamping certificate that names another party')
  }
  return named
}
