import { CaseId } from '#crypto/fields/fields.js'
import { ClientError } from '../../core/client-error.js'
import { loadCase } from '../../core/load-case.js'
import { caseLines } from '../case-lines.js'
import type { CommandContext } from '../command-context.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

export async function caseShow(context: CommandContext, id: string): Promise<void> {
  const parsed = CaseId.safeParse(id)
  if (!parsed.success) {
    throw new ClientError('usage', 'that is no case id', 'See them with: rogatory case list')
  }
  const session = await officerSession(context)
  const { view } = await loadCase(session, parsed.data)
  terminalOf(context).result(view, caseLines(view, session.officer.authority))
}
