import { assignCase } from '../../core/assignments/assign-case.js'
import { caseOf } from '../../core/assignments/case-of.js'
import { ClientError } from '../../core/client-error.js'
import { listOfficers, memberNamed } from '../../core/officers/list-officers.js'
import type { Session } from '../../core/session/session.js'
import type { CommandContext } from '../command-context.js'
import { assignedTo, holderWords } from '../lines/holder-words.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

export async function assign(context: CommandContext, word: string): Promise<void> {
  const { to, release } = context.options
  if (to !== undefined && release === true) {
    throw new ClientError('usage', '--to and --release exclude each other', 'Name one of them.')
  }
  const session = await officerSession(context)
  const id = await caseOf(session, word)
  const officer = release === true ? null : await officerNamed(session, to)
  const { already, holder } = await assignCase(session, id, officer)
  terminalOf(context).result({ case: id, already, assigned: assignedTo(holder) }, [
    `${already ? 'nothing to do, ' : ''}case ${id}: ${holderWords(holder) || 'nobody has it'}`,
  ])
}

async function officerNamed(session: Session, to: unknown) {
  if (typeof to !== 'string') return session.officer.credential.payload.officer
  return memberNamed(await listOfficers(session), to).claims.officer
}
