import type { EntryFilter } from '#crypto/directory/entry-filter.js'
import type { Revocation, Suspension } from '#crypto/directory/revocation.js'
import type { TrustList } from '#crypto/directory/trust-list.js'
import { type VerifiedEntry, verifyEntry } from '#crypto/directory/verify-entry.js'
import { verifyEvidence } from '#crypto/evidence/verify-evidence.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { VerifiedStatement } from '#crypto/statement/verify-statement.js'
import { ClientError } from '../client-error.js'
import { type DirectoryListing, listDirectory } from './list-directory.js'
import { logProver } from '../log/log-prover.js'
import type { Platform, Relay } from '../ports.js'
import { RelayProblem } from '../relay-problem.js'
import { remember } from './remember-authority.js'
import { requireContinued } from './require-continued.js'
import { type KnownAuthority, verifyAuthorityRecord } from './verify-authority-record.js'

/** The directory as the relay shows it, believed only as far as certificates and signatures carry. */
export type DirectoryView = {
  /** The version in force now. @throws ClientError `authority-unknown`; CryptoError */
  current(authority: AuthorityId): Promise<VerifiedEntry>
  /** The version that counted at a moment. @throws ClientError `directory-untrusted` */
  at(authority: AuthorityId, moment: Date): Promise<VerifiedEntry>
  /** The version with that digest, such as the one a header names. @throws ClientError `directory-untrusted` */
  version(authority: AuthorityId, digest: string): Promise<VerifiedEntry>
  /** The newest version with that key. Asks the relay only if none is known. @throws as `version` */
  withKey(authority: AuthorityId, kid: string): Promise<VerifiedEntry>
  /** Every version, oldest first. */
  history(authority: AuthorityId): Promise<readonly VerifiedEntry[]>
  revocations(authority: AuthorityId): Promise<readonly VerifiedStatement<Revocation>[]>
  suspensions(authority: AuthorityId): Promise<readonly VerifiedStatement<Suspension>[]>
  /**
   * Demands that a statement of the directory is in the log: an entry with the evidence by which the
   * relay accepted it, a credential by itself. Before anything is sealed to it or believed on its word.
   *
   * @throws ClientError `directory-pending`, `directory-unlogged`, `evidence-untrusted`, `log-breach`
   */
  requireLogged(known: LoggedStatement): Promise<void>
  /** Has the next question asked anew, after a publication of one's own. */
  forget(authority: AuthorityId): void
  /** The entries in force that verify, and the ids of those that do not. */
  list(filter?: EntryFilter): Promise<DirectoryListing>
}

type LoggedStatement = Pick<
  VerifiedStatement<{ readonly authority: AuthorityId }>,
  'statement' | 'digest' | 'typ' | 'payload'
>

/** How long a new entry may take to come under a checkpoint before whoever needs it is told. */
const PATIENCE_MS = 10_000

/** Long enough for one command or one screen, short enough that a rotation is seen. */
const FRESH_MS = 30_000

/**
 * A view of the directory over a relay. What it has shown once, to this process or another of this
 * machine, it must go on showing: a history that is shorter or other than before is refused. What is not in it is asked for anew before it is missed:
 * an authority may have changed its keys a moment ago.
 *
 * @param relayId - the only party whose entry is of the kind `relay`.
 * @param patienceMs - how long a statement that is not in the log yet is waited for.
 */
export function directoryView(
  relay: Relay,
  relayId: AuthorityId,
  trust: TrustList,
  platform: Pick<Platform, 'now' | 'seen' | 'logs'>,
  patienceMs = PATIENCE_MS,
): DirectoryView {
  const prove = logProver({ relay, trust, memory: platform.logs, now: platform.now }, patienceMs)
  const recent = new Map<string, { readonly at: number; readonly known: Promise<KnownAuthority> }>()
  const verified = new Map<string, KnownAuthority>()
  const kindOf = (authority: AuthorityId) => (authority === relayId ? 'relay' : 'authority')

  /** @param since - what was asked for before that moment does not do. */
  function look(authority: AuthorityId, since = 0): Promise<KnownAuthority> {
    const now = platform.now().getTime()
    const before = recent.get(authority)
    if (before !== undefined && before.at >= Math.max(since, now - FRESH_MS + 1))
      return before.known
    const known = fetchAuthority(authority)
    recent.set(authority, { at: now, known })
    known.catch(() => recent.delete(authority))
    return known
  }

  async function lookFor(
    authority: AuthorityId,
    find: (known: KnownAuthority) => VerifiedEntry | undefined,
  ): Promise<VerifiedEntry | undefined> {
    return find(await look(authority)) ?? find(await look(authority, platform.now().getTime()))
  }

  async function fetchAuthority(authority: AuthorityId): Promise<KnownAuthority> {
    const record = await relay
      .call('readAuthority', { params: { authority } })
      .catch((error: unknown) => {
        if (error instanceof RelayProblem && error.status === 404) throw unknown(authority)
        throw error
      })
    const known = await verifyAuthorityRecord(record, {
      authority,
      kind: kindOf(authority),
      trust,
      relayWith: (kid) => withKey(relayId, kid),
    })
    requireContinued(authority, await platform.seen.of(authority), known)
    await remember(platform, authority, known)
    verified.set(authority, known)
    return known
  }

  async function current(authority: AuthorityId): Promise<VerifiedEntry> {
    const now = platform.now()
    const known = await look(authority)
    const newest = begunAt(known.history, now)
    if (newest === undefined) throw unknown(authority)
    return verifyEntry(newest.statement, known.trust, {
      kind: kindOf(authority),
      authority,
      at: now,
    })
  }

  const withKid = (kid: string, known: KnownAuthority | undefined) =>
    known?.history.findLast(({ payload }) => payload.keys.some((key) => key.kid === kid))

  async function withKey(authority: AuthorityId, kid: string): Promise<VerifiedEntry> {
    const found =
      withKid(kid, verified.get(authority)) ??
      (await lookFor(authority, (known) => withKid(kid, known)))
    return found ?? notShown(`no version of ${authority}’s entry with the key that signed`)
  }

  return {
    current,
    withKey,
    history: async (authority) => (await look(authority)).history,
    revocations: async (authority) => (await look(authority)).revocations,
    suspensions: async (authority) => (await look(authority)).suspensions,
    forget: (authority) => void recent.delete(authority),
    list: (filter) => listDirectory(relay, current, filter),

    async at(authority, moment) {
      // A version that began since we looked may be the one.
      const found = begunAt((await look(authority, moment.getTime())).history, moment)
      return found ?? notShown(`no version of ${authority}’s entry that counted then`)
    },

    async version(authority, digest) {
      const found = await lookFor(authority, ({ history }) =>
        history.find((entry) => entry.digest === digest),
      )
      return found ?? notShown(`not the version of ${authority}’s entry that a package names`)
    },

    async requireLogged({ statement, digest, typ, payload: { authority } }) {
      if ((trust.logs ?? []).length === 0) return
      await prove(statement)
      if (typ !== 'rogatory-entry') return
      const evidence = (await look(authority)).accepted.get(digest)
      if (evidence === undefined) notShown(`no acceptance of ${authority}’s entry`)
      const { kid } = await readStatement(evidence)
      const { payload } = await verifyEvidence(evidence, await withKey(relayId, kid))
      if (payload.about !== 'directory' || payload.code !== 'X.1' || payload.subject !== digest) {
        throw new ClientError(
          'evidence-untrusted',
          `the relay’s evidence is not of the acceptance of ${authority}’s entry`,
          'Keep it, and tell the relay’s operator.',
        )
      }
      await prove(evidence)
    },
  }
}

/** Of the versions that had begun at a moment, the last one. */
const begunAt = (history: readonly VerifiedEntry[], moment: Date): VerifiedEntry | undefined =>
  history.findLast(({ payload }) => new Date(payload.validFrom) <= moment)

function notShown(what: string): never {
  throw new ClientError(
    'directory-untrusted',
    `the relay shows ${what}`,
    'Ask the relay’s operator, and the authority by another channel.',
  )
}

const unknown = (authority: AuthorityId) =>
  new ClientError(
    'authority-unknown',
    `the directory has no authority ${authority}`,
    'See who is there with: rogatory directory list',
  )
