import { CryptoError } from '../errors.js'
import type { AuthorityId } from '../fields/fields.js'
import type { Certificate } from '../pki/certificate.js'
import { requireChainAt, type VerifiedChain } from '../pki/verify-chain.js'
import { type Readable, readStatement } from '../statement/read-statement.js'
import { type VerifiedStatement, verifyStatement } from '../statement/verify-statement.js'
import { anchoredChain } from './anchored-chain.js'
import { DirectoryEntry } from './entry.js'
import { isInForce } from './in-force.js'
import { requireKeys } from './key-purposes.js'
import { type KnownStatus, statusOf } from './status-of.js'
import type { TrustList } from './trust-list.js'

/** A directory entry that led to `root`. `certificate` is the one whose key signed it. */
export type VerifiedEntry = VerifiedStatement<DirectoryEntry> & {
  readonly certificate: Certificate
  readonly root: Certificate
}

export type ExpectedEntry = {
  readonly kind: DirectoryEntry['kind']
  /** The moment at which certificates and entry must have been in force. */
  readonly at: Date
  readonly authority?: AuthorityId
  /** The version before, null if there must be none. Left out: the place in the history is not judged. */
  readonly previous?: VerifiedEntry | null
}

/**
 * Verifies a directory entry: certificates to a root of the trust list, the party they name, the
 * signature, the keys, and, where `previous` is given, that it continues that very version.
 *
 * @throws {@link CryptoError} `pki/…` for its certificates; `statement/…` for its spelling, signature and
 *   payload; `keys/…` for a key in it; `directory/entry` if it is of another kind or party, not in
 *   force at that moment, or no successor of `previous` (a rollback or a fork).
 *
 * @example
 * ```ts
 * const entry = await verifyEntry(statement, trust, { kind: 'authority', at, previous: null })
 * ```
 */
export async function verifyEntry(
  statement: string,
  trust: TrustList,
  expected: ExpectedEntry,
): Promise<VerifiedEntry> {
  const { at, previous } = expected
  const certified = await certifyEntry(statement, trust, expected)
  await requireEntryAt(certified, at, trust)
  requirePlace(certified.entry, previous)
  return certified.entry
}

/** An entry that led to a root, whatever the moment, and its chain. */
export type CertifiedEntry = { readonly entry: VerifiedEntry; readonly chain: VerifiedChain }

/**
 * All of {@link verifyEntry} that no moment changes, but for its place in the history; the moment is
 * for {@link requireEntryAt}.
 *
 * @throws {@link CryptoError} as {@link verifyEntry}.
 */
export async function certifyEntry(
  statement: Readable,
  trust: TrustList,
  expected: Pick<ExpectedEntry, 'kind' | 'authority'>,
): Promise<CertifiedEntry> {
  const read = await readStatement(statement)
  const { typ, x5c } = read
  if (typ !== 'rogatory-entry' || x5c === undefined) {
    throw refused('a statement without certificates is no directory entry')
  }
  const chain = await anchoredChain(x5c, trust, {
    role: expected.kind,
    ...(expected.authority === undefined ? {} : { party: expected.authority }),
  })
  const { leaf, key, root } = chain
  const verified = await verifyStatement(read, {
    typ: 'rogatory-entry',
    key,
    payload: DirectoryEntry,
  })
  const entry: VerifiedEntry = { ...verified, certificate: leaf, root }
  requireParty(entry, expected.kind)
  await requireKeys(entry.payload)
  return { entry, chain }
}

/**
 * Refuses a certified entry at a moment when it, or a certificate of its chain, was not in force.
 *
 * @param status - what a trust list knows of the status of certificates; left out, nothing. `publishedOnly`: without
 *   revocations that an issuer published only after that moment.
 * @throws {@link CryptoError} `directory/entry`; `pki/…` as {@link requireChainAt}.
 */
export async function requireEntryAt(
  { entry: { payload }, chain }: CertifiedEntry,
  at: Date,
  { publishedOnly = false, ...status }: KnownStatus & { readonly publishedOnly?: boolean } = {},
): Promise<void> {
  await requireChainAt(chain, {
    role: payload.kind,
    at,
    publishedOnly,
    ...statusOf(status, chain.root),
  })
  if (!isInForce(payload.validFrom, payload.validTo, at)) {
    throw refused('the entry was not in force at that moment')
  }
}

function requireParty({ payload, certificate }: VerifiedEntry, kind: DirectoryEntry['kind']): void {
  if (payload.kind !== kind) throw refused(`an entry of the kind ${payload.kind}, not ${kind}`)
  if (payload.authority !== certificate.party) {
    throw refused('the certificate is of another party than the entry')
  }
  if (kind === 'authority' && payload.state.toLowerCase() !== payload.authority.slice(0, 2)) {
    throw refused('the id of an authority begins with the code of its State')
  }
  if ((payload.version === 1) !== (payload.supersedes === null)) {
    throw refused('only the first version supersedes nothing')
  }
}

function requirePlace(
  { payload }: VerifiedEntry,
  previous: VerifiedEntry | null | undefined,
): void {
  if (previous === undefined) return
  if (payload.version !== (previous?.payload.version ?? 0) + 1) {
    throw refused('not the version that follows')
  }
  if (previous === null) return
  if (payload.supersedes !== previous.digest) throw refused('it continues another version')
  if (payload.authority !== previous.payload.authority || payload.kind !== previous.payload.kind) {
    throw refused('the version before is of another party')
  }
  // Else a later version could claim moments that were the earlier one's to judge.
  if (payload.validFrom < previous.payload.validFrom) {
    throw refused('it begins before the version it supersedes')
  }
}

const refused = (message: string) => new CryptoError('directory/entry', message)
