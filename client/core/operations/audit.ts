import { digestOf } from '#crypto/bytes/sha256.js'
import { signInquiry } from '#crypto/directory/inquiry.js'
import { CryptoError } from '#crypto/errors.js'
import type { AcceptanceCode } from '#crypto/evidence/acceptance-events.js'
import { verifyEvidence } from '#crypto/evidence/verify-evidence.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { DirectoryRecord } from '#server/contract/wire.js'
import { ClientError, type ClientErrorCode } from '../client-error.js'
import { directoryView } from '../directory/directory-view.js'
import { logProver } from '../log/log-prover.js'
import type { OperatorPlace } from './operator-standing.js'
import { type AuditedStatement, verifyAudited } from './verify-audited.js'

/** What is asked for: all that is given has to fit. Times are RFC 3339, by the relay's clock. */
export type AuditFilter = {
  readonly authority?: AuthorityId | undefined
  readonly code?: AcceptanceCode | undefined
  readonly since?: string | undefined
  readonly until?: string | undefined
}

/** What somebody stated and the relay took, both verified here. */
export type AuditedAct = AuditedStatement & {
  /** When the relay took it, by its clock, RFC 3339. */
  readonly at: string
  /** Whom it is about; of X.5 and X.6 the relay. */
  readonly about: AuthorityId
  /** `operator`: a key of the relay's entry, which the relay itself has not. */
  readonly by: 'authority' | 'operator'
  /** Digest of the evidence, hex. */
  readonly evidence: string
  /** Place of the evidence in the log, proved; null while it has none, undefined where the trust list names no log. */
  readonly leaf: number | null | undefined
}

/** One that the relay shows and that does not verify: nothing of it is known but its octets. */
export type DoubtfulAct = {
  /** Digest of the statement, hex. */
  readonly digest: string
  readonly code: string
  readonly message: string
}

export type AuditPage = {
  /** Newest first. */
  readonly acts: readonly AuditedAct[]
  readonly doubtful: readonly DoubtfulAct[]
  /** To go on with; null after the last one. */
  readonly next: string | null
}

/** So many on one page: each is verified, and its place in the log asked for. */
const PAGE = 25

/**
 * A page of what was stated of the directory, of enrolment and of retention. Each statement is verified, and the
 * evidence of its acceptance, and the place of that in the log. What does not verify stands apart. That nothing is
 * left out is the relay's word: what it does not show, this does not see.
 *
 * @param after - `next` of the page before.
 * @throws RelayProblem `statement-invalid`, `clock-skewed`, `malformed-request`; ClientError `log-breach`, `log-untrusted`
 */
export async function audit(
  { operator, relay, platform }: OperatorPlace,
  filter: AuditFilter = {},
  after?: string,
): Promise<AuditPage> {
  const { key, trust } = operator
  const { id } = operator.relay
  const inquiry = await signInquiry({ relay: id, declared: platform.now().toISOString() }, key)
  const { statements, next } = await relay.call('readAudit', {
    body: { inquiry, ...filter, after, limit: PAGE },
  })
  const view = directoryView(relay, id, trust, platform)
  const prove = logProver({ relay, trust, memory: platform.logs, now: () => platform.now() }, 0)
  const judged = await Promise.all(
    statements.map((record) => judge(record).catch(doubtOf(record.statement))),
  )
  return {
    acts: judged.filter((one) => 'said' in one),
    doubtful: judged.filter((one) => 'message' in one),
    next,
  }

  async function judge({ statement, evidence }: DirectoryRecord): Promise<AuditedAct> {
    const { kid } = await readStatement(evidence.statement)
    const stated = await verifyEvidence(evidence.statement, await view.withKey(id, kid))
    const { payload } = stated
    const { time: at } = payload
    const audited = await verifyAudited(view, id, statement, new Date(at))
    const about = 'authority' in audited.said.payload ? audited.said.payload.authority : id
    const isOfIt =
      payload.about === 'directory' &&
      payload.code === audited.code &&
      payload.authority === about &&
      payload.subject === audited.said.digest
    if (!isOfIt) throw untrusted('the relay’s evidence is not of the acceptance of this statement')
    if (!isAskedFor(filter, audited.code, about)) throw untrusted('it is not what was asked for')
    const leaf = evidence.index === null ? null : await placeOf(evidence.statement)
    const by = OF_AUTHORITIES.includes(audited.code) ? 'authority' : 'operator'
    return { ...audited, at, about, by, evidence: stated.digest, leaf }
  }

  /** Null while it is not under a checkpoint. */
  async function placeOf(statement: string): Promise<number | null | undefined> {
    try {
      return await prove(statement)
    } catch (error) {
      if (error instanceof ClientError && error.code === 'directory-pending') return null
      throw error
    }
  }
}

const OF_AUTHORITIES: readonly AcceptanceCode[] = ['X.1', 'X.2', 'X.3']

const isAskedFor = (filter: AuditFilter, code: AcceptanceCode, about: AuthorityId) =>
  (filter.code ?? code) === code && (filter.authority ?? about) === about

const untrusted = (message: string) =>
  new ClientError(
    'evidence-untrusted',
    message,
    'Keep it, and find out what has become of the relay.',
  )

/** What is wrong with one statement, and keeps no other from being read. */
const OF_ONE: readonly ClientErrorCode[] = [
  'authority-unknown',
  'directory-forked',
  'directory-rewritten',
  'directory-stale',
  'directory-unlogged',
  'directory-untrusted',
  'evidence-untrusted',
  'revocation-omitted',
  'suspension-omitted',
]

const doubtOf =
  (statement: string) =>
  async (error: unknown): Promise<DoubtfulAct> => {
    const isItsOwn =
      error instanceof CryptoError || (error instanceof ClientError && OF_ONE.includes(error.code))
    if (!isItsOwn) throw error
    return { digest: await digestOf(statement), code: error.code, message: error.message }
  }
