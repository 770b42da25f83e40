import { z } from 'zod'
import type { Revocation, Suspension } from '#crypto/directory/revocation.js'
import type { TrustList } from '#crypto/directory/trust-list.js'
import { type VerifiedEntry, verifyEntry } from '#crypto/directory/verify-entry.js'
import { verifyRevocation } from '#crypto/directory/verify-revocation.js'
import { verifySuspension } from '#crypto/directory/verify-suspension.js'
import { CryptoError } from '#crypto/errors.js'
import { AuthorityId, Timestamp } from '#crypto/fields/fields.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { VerifiedStatement } from '#crypto/statement/verify-statement.js'
import type { AuthorityRecord, DirectoryRecord } from '#server/contract/wire.js'

/** One authority as far as signatures carry: every version of its entry, and the keys it revoked. */
export type KnownAuthority = {
  readonly history: readonly VerifiedEntry[]
  readonly revocations: readonly VerifiedStatement<Revocation>[]
  readonly suspensions: readonly VerifiedStatement<Suspension>[]
  /** The relay's acceptance of each version, by the version's digest. Not verified here. */
  readonly accepted: ReadonlyMap<string, string>
  /** The trust list, with what OCSP responders say of its certificates, as the relay has passed it on. */
  readonly trust: TrustList
}

type Expected = {
  readonly authority: AuthorityId
  readonly kind: 'authority' | 'relay'
  readonly trust: TrustList
  /** The relay's own entry, by a key of the operator. */
  readonly relayWith: (kid: string) => Promise<VerifiedEntry>
}

/**
 * Verifies what the relay shows of an authority: each version by its certificate chain and as the
 * successor of the one before, each revocation by a key of the authority, each
 * suspension by a key of the operator.
 *
 * A version is judged as of the moment from which it counted, so what it vouched for stays readable
 * when it has run out. Whether the newest is in force now is for whoever acts on it.
 *
 * @throws CryptoError `directory/…`, `pki/…`, `statement/…`
 */
export async function verifyAuthorityRecord(
  record: AuthorityRecord,
  { authority, kind, trust: list, relayWith }: Expected,
): Promise<KnownAuthority> {
  const { ocspResponses = [] } = record
  const trust = { ...list, ocspResponses: [...(list.ocspResponses ?? []), ...ocspResponses] }
  const history: VerifiedEntry[] = []
  const accepted = new Map<string, string>()
  for (const entry of record.entries) {
    const previous = history.at(-1) ?? null
    const at = await begunAt(entry)
    const verified = await verifyEntry(entry.statement, trust, { kind, authority, at, previous })
    history.push(verified)
    accepted.set(verified.digest, entry.evidence.statement)
  }
  const revocations = record.revocations.map(({ statement }) => byOneOf(history, statement))
  const relayOf = (kid: string) => (kind === 'relay' ? withKey(history, kid) : relayWith(kid))
  const suspensions = record.suspensions.map(({ statement }) =>
    ofAuthority(authority, statement, relayOf),
  )
  return {
    history,
    accepted,
    trust,
    revocations: await Promise.all(revocations),
    suspensions: await Promise.all(suspensions),
  }
}

async function ofAuthority(
  authority: AuthorityId,
  statement: string,
  relayOf: (kid: string) => VerifiedEntry | Promise<VerifiedEntry>,
) {
  const { kid } = await readStatement(statement)
  const verified = await verifySuspension(statement, await relayOf(kid))
  if (verified.payload.authority === authority) return verified
  throw new CryptoError('directory/suspension', `a suspension that is not of ${authority}`)
}

function withKey(history: readonly VerifiedEntry[], kid: string): VerifiedEntry {
  const found = history.findLast(({ payload }) => payload.keys.some((key) => key.kid === kid))
  if (found !== undefined) return found
  throw new CryptoError('directory/key', 'no version of the relay’s entry has that key')
}

/** A revocation is signed by a key of the version that was in force then: the newest that fits. */
async function byOneOf(history: readonly VerifiedEntry[], statement: string) {
  let failure: unknown = new CryptoError('directory/revocation', 'a revocation without an entry')
  for (const entry of history.toReversed()) {
    try {
      return await verifyRevocation(statement, entry)
    } catch (error) {
      failure = error
    }
  }
  throw failure
}

const Claims = z.object({ authority: AuthorityId, validFrom: Timestamp })
const Accepted = z.object({ time: Timestamp })

/**
 * When a version began to count: not before the relay took it, which may be after its own beginning.
 * Both moments are claims; the certificates had to be in force whichever is said.
 */
async function begunAt({ statement, evidence }: DirectoryRecord): Promise<Date> {
  const { validFrom } = await readClaims(statement)
  const accepted = Accepted.safeParse((await readStatement(evidence.statement)).payload)
  const time = accepted.success ? accepted.data.time : validFrom
  return new Date(time > validFrom ? time : validFrom)
}

/** Reads what an entry claims, to know what to verify it for. Never believed. */
export async function readClaims(statement: string): Promise<z.infer<typeof Claims>> {
  const read = Claims.safeParse((await readStatement(statement)).payload)
  if (read.success) return read.data
  throw new CryptoError('directory/entry', 'not a directory entry')
}
