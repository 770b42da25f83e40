import { equalBytes } from '../bytes/bytes.js'
import { CryptoError } from '../errors.js'
import type { CertificateSyntax } from './certificate-syntax.js'
import { ocspAnswers } from './ocsp-answers.js'
import { entriesFor } from './listed-entries.js'
import type { OcspAnswer } from './ocsp-response.js'
import {
  type RevocationList,
  readRevocationList,
  type RevocationReason,
} from './revocation-list.js'
import type { LeafRole } from './role.js'
import { requireListOf } from './verify-revocation-list.js'
import { type Link, wasPublished } from './was-published.js'

const MAX_LISTS = 64

/** Reasons after which what a time-stamping authority attested before still stands. */
const HARMLESS: readonly RevocationReason[] = [
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
]

export type PathMoment = {
  readonly role: LeafRole
  readonly at: Date
  readonly ocspResponses?: readonly string[]
  /** Whether an unknown status refuses; so unless said otherwise. */
  readonly statusDemanded?: boolean
  /** True: only what an issuer had published by then counts, and not what it dated back before that moment later. */
  readonly publishedOnly?: boolean
}

/**
 * Refuses a path in which a certificate was revoked at or before `at`.
 *
 * A list speaks for every moment before its nextUpdate: whoever was revoked before `at` stands in
 * every later list with the date, until the certificate expires; from then on it may be dropped
 * (RFC 5280 §3.3), so a list made after that says nothing. A revocation after `at` leaves what was
 * proved before it proved. Lists of issuers outside the path are of no interest and are skipped.
 *
 * The moment of a time-stamp is told by the very key that may be stolen: unless its revocation says
 * that it was not, everything it attested falls (RFC 3161 §4, read narrowly: no reason is no reason
 * to believe).
 *
 * @param path - from the leaf to the root, signatures verified.
 * @throws {@link CryptoError} `pki/revoked`; `pki/validity` if no list of an issuer reaches to `at`
 *   (only a stale one, or none); `pki/chain` for a list in an issuer's name that it did not sign.
 */
export async function requireNotRevoked(
  path: readonly CertificateSyntax[],
  revocationLists: readonly string[],
  { role, at, ocspResponses = [], statusDemanded = true, publishedOnly = false }: PathMoment,
): Promise<void> {
  const lists = listsOf(revocationLists)
  const links: Link[] = []
  for (const [i, certificate] of path.slice(0, -1).entries()) {
    const issuer = path[i + 1]
    if (issuer === undefined) continue
    const own = lists.filter(({ issuer: name }) => equalBytes(name, issuer.subject))
    for (const list of own) await requireSigned(issuer, list)
    const answers = await ocspAnswers(certificate, issuer, ocspResponses)
    links.push({ certificate, lists: own, answers })
  }
  // All of the path first: whoever holds a revoked issuer’s key can leave the leaf without a list.
  for (const link of links) requireUnrevoked(link, { role, at, publishedOnly })
  if (statusDemanded) for (const link of links) requireCovered(link, at)
}

function requireUnrevoked(
  link: Link,
  { role, at, publishedOnly }: { role: LeafRole; at: Date; publishedOnly: boolean },
): void {
  const { certificate, lists, answers } = link
  const isRevoked = (list: RevocationList) =>
    entriesFor(list, certificate).some(
      (entry) => entry.at <= at || (role === 'timestamp' && !HARMLESS.includes(entry.reason)),
    )
  // Any list of the issuer may tell, a stale one too: revocation is for good.
  const isEnded = ({ status }: OcspAnswer) =>
    typeof status === 'object' && (status.at <= at || role === 'timestamp')
  if (!lists.some(isRevoked) && !answers.some(isEnded)) return
  if (!publishedOnly || wasPublished(link, at)) {
    throw new CryptoError('pki/revoked', 'a certificate that was revoked at that moment')
  }
}

function requireCovered({ certificate, lists, answers }: Link, at: Date): void {
  const speaks = ({ thisUpdate, nextUpdate }: Pick<OcspAnswer, 'thisUpdate' | 'nextUpdate'>) =>
    nextUpdate >= at && thisUpdate <= certificate.notAfter
  if (!lists.some(speaks) && !answers.some((one) => one.status !== 'unknown' && speaks(one))) {
    throw new CryptoError(
      'pki/validity',
      'no revocation list or OCSP answer of an issuer reaches to that moment',
    )
  }
}

type Decoded = { readonly texts: readonly string[]; readonly read: () => readonly RevocationList[] }
const decoded = new WeakMap<readonly string[], Decoded>()
const signed = new WeakMap<RevocationList, WeakMap<CertificateSyntax, Promise<void>>>()

/**
 * Decoded once for each array of texts: one bundle asks for the same lists at thousands of moments,
 * and megabytes of them decoded each time would be work that a stranger chooses. Lists that are none
 * are refused from memory, too.
 */
function listsOf(texts: readonly string[]): readonly RevocationList[] {
  if (texts.length > MAX_LISTS) throw new CryptoError('pki/malformed', 'more than 64 lists')
  const known = decoded.get(texts)
  if (known?.texts.length === texts.length && known.texts.every((text, i) => text === texts[i])) {
    return known.read()
  }
  const read = readAll(texts)
  decoded.set(texts, { texts: [...texts], read })
  return read()
}

function readAll(texts: readonly string[]): () => readonly RevocationList[] {
  try {
    const lists = texts.map(readRevocationList)
    return () => lists
  } catch (error) {
    return () => {
      throw error
    }
  }
}

/** Verified once for each issuer, whether it holds or not. */
function requireSigned(issuer: CertificateSyntax, list: RevocationList): Promise<void> {
  const issuers = signed.get(list) ?? new WeakMap<CertificateSyntax, Promise<void>>()
  const verified = issuers.get(issuer) ?? requireListOf(issuer, list)
  signed.set(list, issuers.set(issuer, verified))
  return verified
}
