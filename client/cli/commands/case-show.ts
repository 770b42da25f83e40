import { loadCase } from '../../core/load-case.js'
import { caseId } from '../case-id.js'
import { caseLines } from '../case-lines.js'
import type { CommandContext } from '../command-context.js'
import { officerSession } from '../officer-session.js'
import { isOpen, registerLines } from '../register-lines.js'
import { terminalOf } from '../terminal-of.js'

export async function caseShow(context: CommandContext, id: string): Promise<void> {
  const session = await officerSession(context)
  const { view, register, deleted } = await loadCase(session, caseId(id))
  const owed = registerLines({ ...register, entries: register.entries.filter(isOpen) })
  terminalOf(context).result({ ...view, register, deleted }, [
    ...caseLines(view, session.officer.authority),
    ...deleted.map((one) => `deleted by the relay, and not in this view: ${one}`),
    ...(owed.length === 0 ? [] : ['', 'register', ...owed.map((line) => `  ${line}`)]),
  ])
}
