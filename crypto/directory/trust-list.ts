import { z } from 'zod'
import { parseJson } from '../canonical/parse-json.js'
import { CryptoError } from '../errors.js'
import { AuthorityId, Digest } from '../fields/fields.js'
import type { Certificate } from '../pki/certificate.js'
import { readCertificate } from '../pki/read-certificate.js'
import { isStateCode } from './states.js'

const pem = (bytes: number) => z.string().min(1).max(bytes)

/** A witness of the logs (C2SP tlog-cosignature): its verifier key, and whose word it is. */
const TrustedWitness = z.strictObject({ key: z.string().max(512), authority: AuthorityId })
export type TrustedWitness = z.infer<typeof TrustedWitness>

/** A State of which a root may certify the authorities: of no other, and no relay. */
const NationalRoot = z.strictObject({
  root: Digest,
  state: z.string().refine(isStateCode, 'an ISO 3166-1 alpha-2 code'),
})
export type NationalRoot = z.infer<typeof NationalRoot>

/**
 * The file `trust.json`: what a verifier believes beforehand, and the only thing it is given.
 *
 * `roots` and `timestampRoots` are PEM. `revocationLists`, PEM or base64 of DER, are kept beside so that
 * a verifier without a network knows the status of certificates. `logs` are C2SP verifier keys.
 * `qualifiedTimestampRoots` are fingerprints (SHA-256 of the DER, hex) of those time-stamping roots under
 * which authorities are qualified, by whoever made the list: others prove as much, and say so.
 * `ocspResponses`, base64 of DER, serve as the lists do. `statusRoots` are fingerprints of those roots below which
 * the status of every certificate must be known, by a list or a response.
 * `nationalRoots` name those of the roots, by fingerprint, that speak for one State's authorities alone, or for
 * several States': a root may stand there more than once. One that does not stand there may certify everybody.
 * `quorum` is how many different authorities' witnesses must have cosigned a checkpoint; it stands with
 * `witnesses` or not at all.
 */
const TrustFile = z.strictObject({
  format: z.literal('rogatory-trust'),
  version: z.literal(1),
  roots: z.array(pem(32_768)).min(1).max(64),
  timestampRoots: z.array(pem(32_768)).max(64),
  qualifiedTimestampRoots: z.array(Digest).max(64).optional(),
  revocationLists: z.array(pem(1_500_000)).max(64).optional(),
  ocspResponses: z.array(z.string().min(1).max(90_000)).max(64).optional(),
  statusRoots: z.array(Digest).max(64).optional(),
  nationalRoots: z.array(NationalRoot).max(256).optional(),
  logs: z.array(z.string().max(512)).max(64).optional(),
  witnesses: z.array(TrustedWitness).min(1).max(64).optional(),
  quorum: z.number().int().min(1).max(64).optional(),
})

/** Whom to believe. */
export type TrustList = {
  readonly roots: readonly string[]
  readonly timestampRoots: readonly string[]
  readonly qualifiedTimestampRoots?: readonly string[] | undefined
  readonly revocationLists?: readonly string[] | undefined
  readonly ocspResponses?: readonly string[] | undefined
  readonly statusRoots?: readonly string[] | undefined
  readonly nationalRoots?: readonly NationalRoot[] | undefined
  readonly logs?: readonly string[] | undefined
  readonly witnesses?: readonly TrustedWitness[] | undefined
  readonly quorum?: number | undefined
}

const BOUNDS = { maxBytes: 8 * 1024 * 1024, maxDepth: 3 }

/**
 * Reads a trust list, and every root in it: one that does not parse would be found out only when
 * somebody needs it.
 *
 * @throws {@link CryptoError} `directory/trust` if the text is no trust list or a certificate in it no root.
 */
export function readTrustList(text: string): TrustList {
  const file = TrustFile.safeParse(parsed(text))
  if (!file.success) throw refused('this file is no trust list of version 1')
  const trust = believedOf(file.data)
  requireQuorum(trust)
  requireNamedRoots(trust, anchorsOf(trust))
  requireQualified(trust, timestampAnchorsOf(trust))
  return trust
}

/** The text of `trust.json`. */
export function formatTrustList(trust: TrustList): string {
  const file = { format: 'rogatory-trust', version: 1, ...believedOf(trust) }
  return `${JSON.stringify(file, undefined, 2)}\n`
}

const believedOf = (trust: TrustList): TrustList => ({
  roots: trust.roots,
  timestampRoots: trust.timestampRoots,
  qualifiedTimestampRoots: trust.qualifiedTimestampRoots,
  revocationLists: trust.revocationLists,
  ocspResponses: trust.ocspResponses,
  statusRoots: trust.statusRoots,
  nationalRoots: trust.nationalRoots,
  logs: trust.logs,
  witnesses: trust.witnesses,
  quorum: trust.quorum,
})

/** A fingerprint that names no root would make nobody qualified, and nobody would notice. */
function requireQualified({ qualifiedTimestampRoots = [] }: TrustList, { roots }: Anchors): void {
  const known = roots.map(({ fingerprint }) => fingerprint)
  if (!qualifiedTimestampRoots.every((fingerprint) => known.includes(fingerprint))) {
    throw refused('a qualified time-stamping root is none of the time-stamping roots')
  }
}

/** Nor would anybody notice that a demand is made below no root, or a bound set to none. */
function requireNamedRoots(
  { statusRoots = [], nationalRoots = [] }: TrustList,
  { roots }: Anchors,
): void {
  const known = roots.map(({ fingerprint }) => fingerprint)
  if (!statusRoots.every((fingerprint) => known.includes(fingerprint))) {
    throw refused('a root below which a status is demanded is none of the roots')
  }
  if (!nationalRoots.every(({ root }) => known.includes(root))) {
    throw refused('a root that is one State’s is none of the roots')
  }
}

/** A quorum that can be met, and keys that count once: a cosignature does not commit to its name. */
function requireQuorum({ witnesses = [], quorum }: TrustList): void {
  if ((quorum === undefined) !== (witnesses.length === 0)) {
    throw refused('witnesses and quorum stand together in a trust list, or not at all')
  }
  if ((quorum ?? 0) > new Set(witnesses.map(({ authority }) => authority)).size) {
    throw refused('the quorum asks for more authorities than have a witness')
  }
  const keys = witnesses.map(({ key }) => key.split('+').slice(2).join('+'))
  if (new Set(keys).size < keys.length) throw refused('two witnesses of the trust list share a key')
}

type Anchors = { readonly roots: readonly Certificate[] }

/**
 * The roots under which authorities and relays are identified.
 *
 * @throws {@link CryptoError} `directory/trust` if one is no root certificate.
 */
export const anchorsOf = ({ roots }: TrustList): Anchors => decode(roots)

/** The roots under which time-stamping authorities are identified. Throws as {@link anchorsOf}. */
export const timestampAnchorsOf = ({ timestampRoots }: TrustList): Anchors => decode(timestampRoots)

// A trust list lives as long as the process and stands behind every check.
const decoded = new WeakMap<readonly string[], Anchors>()

function decode(pems: readonly string[]): Anchors {
  const known = decoded.get(pems)
  if (known) return known
  const anchors = { roots: pems.map(readRoot) }
  decoded.set(pems, anchors)
  return anchors
}

function readRoot(text: string): Certificate {
  try {
    const certificate = readCertificate(text)
    if (certificate.role === 'root') return certificate
  } catch {
    // Said below, whatever the reason.
  }
  throw refused('a certificate of the trust list is no root of this network’s profile')
}

function parsed(text: string): unknown {
  try {
    return parseJson(text, BOUNDS)
  } catch {
    throw refused('this file is not JSON')
  }
}

const refused = (message: string) => new CryptoError('directory/trust', message)
