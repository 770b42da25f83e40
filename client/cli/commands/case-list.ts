import { listCases } from '../../core/cases/list-cases.js'
import type { CommandContext } from '../command-context.js'
import { officerSession } from '../officer-session.js'
import { table } from '../lines/table.js'
import { terminalOf } from '../terminal-of.js'

export async function caseList(context: CommandContext): Promise<void> {
  const session = await officerSession(context)
  const cases = await listCases(session, Number(context.options['limit']))
  const rows = cases.flatMap(({ case: id, requests }) =>
    requests.flatMap(({ opening, requesting, threads }) =>
      threads.map(({ counterpart, state }) => [id, opening, requesting, counterpart, state]),
    ),
  )
  terminalOf(context).result(
    { cases },
    rows.length === 0
      ? ['No case yet.']
      : table(['case', 'request', 'requesting', 'requested', 'state'], rows),
  )
}
