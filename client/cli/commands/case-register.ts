import { loadCase } from '../../core/cases/load-case.js'
import { caseId } from '../options/case-id.js'
import type { CommandContext } from '../command-context.js'
import { officerSession } from '../officer-session.js'
import { isOpen, registerLines } from '../lines/register-lines.js'
import { terminalOf } from '../terminal-of.js'

export async function caseRegister(context: CommandContext, id: string): Promise<void> {
  const { register } = await loadCase(await officerSession(context), caseId(id))
  const shown =
    context.options['all'] === true
      ? register
      : { ...register, entries: register.entries.filter(isOpen) }
  const lines = registerLines(shown)
  terminalOf(context).result(
    { case: id, ...shown },
    lines.length === 0 ? ['Nothing is owed in this case.'] : lines,
  )
}
