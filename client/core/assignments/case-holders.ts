import { z } from 'zod'
import { verifyAssignment } from '#crypto/assignment/assignment-statement.js'
import { CryptoError } from '#crypto/errors.js'
import type { CaseId } from '#crypto/fields/fields.js'
import type { AssignmentRecord } from '#server/contract/assignment-wire.js'
import { ClientError } from '../client-error.js'
import { listOfficers, type Member, nameOfOfficer } from '../officers/list-officers.js'
import { pageTurner } from '../page-turner.js'
import { ownEnvelope } from '../session/own-envelope.js'
import type { Session } from '../session/session.js'
import { canHold, type CaseHolder } from './case-holder.js'

/** What is sealed: the assignment, and the credential of whoever signed it. */
export const SealedAssignment = z.strictObject({ statement: z.string(), credential: z.string() })

/**
 * Who of the authority has which case, each assignment opened and verified. One that cannot be is told as
 * such: it keeps nobody from seeing the others, or from assigning the case anew.
 *
 * @param only - the cases that matter; all without it.
 * @returns The cases that were ever assigned.
 */
export async function caseHolders(
  session: Session,
  only?: ReadonlySet<CaseId>,
): Promise<ReadonlyMap<CaseId, CaseHolder>> {
  const records = await recordsOf(session, only)
  const members = records.length === 0 ? [] : await listOfficers(session)
  const holders = new Map<CaseId, CaseHolder>()
  for (const record of records) holders.set(record.case, await holderOf(session, record, members))
  return holders
}

async function recordsOf(
  { relay }: Session,
  only: ReadonlySet<CaseId> | undefined,
): Promise<readonly AssignmentRecord[]> {
  if (only?.size === 0) return []
  const [one] = only?.size === 1 ? only : []
  const records: AssignmentRecord[] = []
  const nextOf = pageTurner()
  let after: string | undefined
  do {
    const page = await relay.call('listAssignments', { query: { after, limit: 200, case: one } })
    records.push(...page.assignments.filter(({ case: id }) => only?.has(id) ?? true))
    after = nextOf(page)
  } while (after !== undefined)
  return records
}

async function holderOf(
  session: Session,
  record: AssignmentRecord,
  members: readonly Member[],
): Promise<CaseHolder> {
  const { case: id, version, keptAt: at } = record
  const row = { case: id, version, at }
  try {
    const { payload, credential } = await openAssignment(session, record)
    const { officer } = payload
    const told = { ...row, officer, by: credential.payload.name, problem: null }
    if (officer === null) return { ...told, standing: 'released', name: null }
    const standing = canHold(members, officer) ? 'held' : 'ended'
    return { ...told, standing, name: nameOfOfficer(members, officer) }
  } catch (error) {
    const problem = codeOf(error)
    return { ...row, standing: 'unreadable', officer: null, name: null, by: null, problem }
  }
}

async function openAssignment(session: Session, { sealed, keptAt, ...place }: AssignmentRecord) {
  const { directory, officer } = session
  const opened = SealedAssignment.safeParse(await ownEnvelope.open(session, sealed)).data
  if (opened === undefined) {
    throw new CryptoError('assignment/statement', 'sealed to none of our keys, or none at all')
  }
  const at = new Date(keptAt)
  const assignment = await verifyAssignment(opened.statement, {
    credential: opened.credential,
    at,
    entry: await directory.at(officer.authority, at),
    revocations: await directory.revocations(officer.authority),
  })
  const { payload, credential } = assignment
  const isOurs = credential.payload.authority === officer.authority
  if (isOurs && payload.case === place.case && payload.version === place.version) return assignment
  throw new CryptoError('assignment/statement', 'the relay shows one assignment as another')
}

/** What says that an assignment cannot be read, or must not be believed; anything else ends the list. */
function codeOf(error: unknown): string {
  if (error instanceof CryptoError) return error.code
  if (error instanceof ClientError && error.code === 'vault-closed') return error.code
  throw error
}
