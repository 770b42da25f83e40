import { signAssignment } from '#crypto/assignment/assignment-statement.js'
import type { CaseId, OfficerId } from '#crypto/fields/fields.js'
import { ClientError } from '../client-error.js'
import { listOfficers } from '../officers/list-officers.js'
import { RelayProblem } from '../relay-problem.js'
import { ownEnvelope } from '../session/own-envelope.js'
import type { Session } from '../session/session.js'
import { canHold, type CaseHolder } from './case-holder.js'
import { caseHolders } from './case-holders.js'

/**
 * Gives a case to an officer of the authority, or hands it back. What stands already is not done twice.
 *
 * @param officer - whom it is given to, oneself or a colleague; null hands it back.
 * @param seen - the version that the decision was made from, 0 for none; without it the newest is read now.
 * @returns Who has it now; `already` where nothing had to be done.
 * @throws ClientError `officer-unknown` for whom the authority does not vouch, or who does not correspond,
 *   `assignment-changed` when a colleague was first; RelayProblem `case-unknown`, `not-permitted`
 */
export async function assignCase(
  session: Session,
  id: CaseId,
  officer: OfficerId | null,
  seen?: number,
): Promise<{ readonly already: boolean; readonly holder: CaseHolder | undefined }> {
  const holder = await holderNow(session, id)
  if (stands(holder, officer)) return { already: true, holder }
  if (officer !== null && !canHold(await listOfficers(session), officer)) throw cannotHold()
  const basis = seen ?? holder?.version ?? 0
  try {
    await keep(session, id, officer, basis + 1)
  } catch (error) {
    if (!(error instanceof RelayProblem) || error.code !== 'assignment-conflict') throw error
    const now = await holderNow(session, id)
    // Our own, of which the answer was lost, or a colleague wanted the same.
    if (stands(now, officer)) return { already: true, holder: now }
    throw changed(now)
  }
  return { already: false, holder: await holderNow(session, id) }
}

const holderNow = async (session: Session, id: CaseId): Promise<CaseHolder | undefined> =>
  (await caseHolders(session, new Set([id]))).get(id)

function stands(holder: CaseHolder | undefined, officer: OfficerId | null): boolean {
  if (officer === null) return holder === undefined || holder.standing === 'released'
  return holder?.standing === 'held' && holder.officer === officer
}

async function keep(
  session: Session,
  id: CaseId,
  officer: OfficerId | null,
  version: number,
): Promise<void> {
  const { officer: own, platform, relay } = session
  const { authority, signingKey, credential } = own
  const declared = platform.now().toISOString()
  const assignment = { case: id, version, authority, officer, declared }
  const sealed = await ownEnvelope.seal(session, {
    statement: await signAssignment(assignment, signingKey),
    credential: credential.statement,
  })
  await relay.call('keepAssignment', { params: { case: id }, body: { version, sealed } })
}

const changed = (now: CaseHolder | undefined): ClientError =>
  new ClientError(
    'assignment-changed',
    now?.name == null
      ? 'somebody has assigned the case meanwhile'
      : `${now.by ?? 'somebody'} has given the case to ${now.name} meanwhile`,
    'See who has it now, then decide anew.',
  )

const cannotHold = (): ClientError =>
  new ClientError(
    'officer-unknown',
    'your authority does not vouch for that officer, or with none of the roles case, registrar and duty',
    'See who there is with: rogatory officer list',
  )
