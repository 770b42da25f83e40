import { equalBytes } from '../bytes/bytes.js'
import { CryptoError } from '../errors.js'
import { importVerificationKey } from '../keys/import-public.js'
import type { VerificationKey } from '../keys/key.js'
import { type CertificateSyntax, readCertificateSyntax } from './certificate-syntax.js'
import { type Certificate, certificateOf, syntaxOf } from './certificate.js'
import {
  isNamedBy,
  requireIssuer,
  requireKnown,
  requireLeaf,
  requireValid,
} from './chain-profile.js'
import { requireNames } from './name-constraints.js'
import { fromX5c } from './read-certificate.js'
import { requireNotRevoked } from './require-not-revoked.js'
import type { LeafRole } from './role.js'
import { verifySignature } from './signature-algorithm.js'

/** Whom to believe. */
export type Trust = { readonly roots: readonly Certificate[] }

export type ExpectedLeaf = {
  readonly role: LeafRole
  /** When given, the leaf must name this party. */
  readonly party?: string
  /** The moment at which everything must have been valid. */
  readonly at: Date
  /**
   * Revocation lists, PEM or standard base64 of DER. Left out: the caller does without. Given:
   * every certificate below the root must be covered by a current list of its issuer.
   */
  readonly revocationLists?: readonly string[]
  /**
   * OCSP responses (RFC 6960), standard base64 of DER. With or without lists: a certificate must then be
   * covered by one or the other. A silent responder is none: the last answer counts until its nextUpdate.
   */
  readonly ocspResponses?: readonly string[]
  /** False: lists and responses tell of revocations, and what they do not cover is not refused. */
  readonly statusDemanded?: boolean
  /** True: revocations that an issuer published only later, though dated back before the moment, do not count. */
  readonly publishedOnly?: boolean
}

export type VerifiedChain = {
  readonly leaf: Certificate
  readonly key: VerificationKey
  readonly root: Certificate
  /** From the leaf to the root, decoded. */
  readonly path: readonly CertificateSyntax[]
}

const MAX_CHAIN = 4

/**
 * Verifies a certificate chain against the trust list, by the strict profile of this network.
 *
 * Of RFC 5280 §6.1 it keeps: every signature, name and validity, basicConstraints, path length,
 * keyUsage, extendedKeyUsage, critical extensions, revocation. It leaves out policies (none are
 * asked for) and judges name constraints on directory names only. Narrower than RFC 5280: the chain is given in order and
 * without its root, holds no certificate twice and no self-issued one; keys are RSA from 3072
 * bits, or on P-256 or P-384.
 *
 * @param chain - 1 to 4 certificates as `x5c` has them: standard base64 of DER, the leaf first, each
 *   issued by the next, the last by a root of the trust list, which is not in the chain.
 * @returns the leaf, its key as a verifier of PS256, ES256 or ES384, and the root that it led to.
 * @throws {@link CryptoError}
 *   `pki/malformed` for bad encodings or bounds, `pki/weak` for keys and algorithms below the
 *   profile, `pki/untrusted` if no root issued it, `pki/chain` for links, order, signatures or path
 *   lengths, `pki/validity` outside a validity or where revocation status is unknown, `pki/usage`
 *   for the wrong kind of certificate, `pki/name` for the wrong party or name, `pki/revoked`.
 *
 * @example
 * ```ts
 * const { key } = await verifyChain(x5c, trust, { role: 'authority', party: 'xa.moj', at })
 * ```
 */
export async function verifyChain(
  chain: readonly string[],
  trust: Trust,
  expected: ExpectedLeaf,
): Promise<VerifiedChain> {
  const verified = await verifyTimeless(chain, trust, expected)
  await requireChainAt(verified, expected)
  return verified
}

/**
 * All of {@link verifyChain} that no moment changes: whoever asks about one chain at many moments
 * verifies its signatures once, and asks {@link requireChainAt} for each.
 *
 * @throws {@link CryptoError} as {@link verifyChain}, but for `pki/validity` and `pki/revoked`.
 */
export async function verifyTimeless(
  chain: readonly string[],
  trust: Trust,
  expected: Pick<ExpectedLeaf, 'role' | 'party'>,
): Promise<VerifiedChain> {
  return verifyDecoded(decodeChain(chain), trust, expected)
}

/**
 * {@link verifyTimeless} of certificates that are decoded already, in the order of a chain.
 *
 * @throws {@link CryptoError} as {@link verifyTimeless}.
 */
export async function verifyDecoded(
  path: readonly CertificateSyntax[],
  trust: Trust,
  expected: Pick<ExpectedLeaf, 'role' | 'party'>,
): Promise<VerifiedChain> {
  requireLinks(path)
  const anchors = anchorsOf(path, trust)
  const leaf = requireProfile(path, expected)
  const root = await requireSignatures(path, anchors)
  requireKnown(root)
  // §6.1.1 (d) lets a trust anchor be less; here a root is held to what every issuer is held to.
  requireIssuer(root, path.length - 1, expected.role)
  requireNames([...path, root])
  const key = await importVerificationKey(leaf.jwk)
  return { leaf: certificateOf(leaf), key, root: certificateOf(root), path: [...path, root] }
}

/**
 * Refuses a verified chain at a moment outside the validity of one of its certificates, or by
 * revocation lists and OCSP responses, as {@link verifyChain} has them.
 *
 * @throws {@link CryptoError} `pki/validity`, `pki/revoked`, and what lists that are none throw.
 */
export async function requireChainAt(
  { path }: VerifiedChain,
  { role, at, revocationLists, ocspResponses, ...asked }: ExpectedLeaf,
): Promise<void> {
  path.forEach((certificate) => {
    requireValid(certificate, at)
  })
  if (revocationLists === undefined && ocspResponses === undefined) return
  await requireNotRevoked(path, revocationLists ?? [], {
    ...asked,
    role,
    at,
    ...(ocspResponses && { ocspResponses }),
  })
}

function decodeChain(chain: readonly string[]): readonly CertificateSyntax[] {
  requireLength(chain)
  return chain.map((x5c) => readCertificateSyntax(fromX5c(x5c)))
}

function requireLength({ length }: readonly unknown[]): void {
  if (length < 1 || length > MAX_CHAIN) {
    throw new CryptoError('pki/malformed', `a chain of ${length}; 1 to ${MAX_CHAIN} are accepted`)
  }
}

/** Each certificate names the next as its issuer, and none comes twice. */
function requireLinks(path: readonly CertificateSyntax[]): void {
  requireLength(path)
  path.forEach((certificate, index) => {
    // Self-issued ones are roots, which come from the trust list, or loops.
    if (equalBytes(certificate.issuer, certificate.subject)) {
      throw new CryptoError('pki/chain', 'a certificate that issued itself, inside the chain')
    }
    const isTwin = (other: CertificateSyntax) =>
      equalBytes(other.spki, certificate.spki) || equalBytes(other.subject, certificate.subject)
    if (path.slice(index + 1).some(isTwin)) {
      throw new CryptoError('pki/chain', 'two certificates of one key or one name in the chain')
    }
    const issuer = path[index + 1]
    if (issuer !== undefined && !isNamedBy(certificate, issuer)) {
      throw new CryptoError('pki/chain', 'a certificate that the next one did not issue')
    }
  })
}

function anchorsOf(
  path: readonly CertificateSyntax[],
  { roots }: Trust,
): readonly CertificateSyntax[] {
  const last = path.at(-1)
  const anchors = roots.map(syntaxOf).filter((root) => last !== undefined && isNamedBy(last, root))
  if (anchors.length === 0)
    throw new CryptoError('pki/untrusted', 'no root of the trust list issued it')
  return anchors
}

/** Everything about the path that needs no signature. */
function requireProfile(
  path: readonly CertificateSyntax[],
  { role, party }: Pick<ExpectedLeaf, 'role' | 'party'>,
): CertificateSyntax {
  const [leaf, ...issuers] = path
  if (leaf === undefined) throw new CryptoError('pki/malformed', 'an empty chain')
  path.forEach(requireKnown)
  issuers.forEach((issuer, below) => {
    requireIssuer(issuer, below, role)
  })
  requireLeaf(leaf, role)
  const named = certificateOf(leaf)
  if (named.role !== role)
    throw new CryptoError('pki/usage', `a certificate of the role ${named.role}`)
  if (party !== undefined && named.party !== party) {
    throw new CryptoError('pki/name', 'a certificate of another party')
  }
  return leaf
}

/** §6.1.3 (a)(1), from the leaf up; several roots may share a name, the signature tells which. */
async function requireSignatures(
  path: readonly CertificateSyntax[],
  anchors: readonly CertificateSyntax[],
): Promise<CertificateSyntax> {
  const links = path.slice(0, -1).map(async (certificate, index) => {
    const issuer = path[index + 1]
    return issuer !== undefined && (await isSignedBy(certificate, issuer))
  })
  if (!(await Promise.all(links)).every(Boolean)) {
    throw new CryptoError('pki/chain', 'a signature that is not the issuer’s')
  }
  const last = path.at(-1)
  for (const anchor of anchors) {
    if (last !== undefined && (await isSignedBy(last, anchor))) return anchor
  }
  throw new CryptoError('pki/untrusted', 'no root of the trust list signed it')
}

const isSignedBy = ({ scheme, signature, tbs }: CertificateSyntax, issuer: CertificateSyntax) =>
  verifySignature(scheme, issuer, signature, tbs)
