import type { CaseId } from '#crypto/fields/fields.js'
import { isMine } from '../../core/assignments/case-holder.js'
import { caseHolders } from '../../core/assignments/case-holders.js'
import { listCases } from '../../core/cases/list-cases.js'
import type { CommandContext } from '../command-context.js'
import { assignedTo, holderWords } from '../lines/holder-words.js'
import { officerSession } from '../officer-session.js'
import { table } from '../lines/table.js'
import { terminalOf } from '../terminal-of.js'

export async function caseList(context: CommandContext): Promise<void> {
  const session = await officerSession(context)
  const { limit, mine = false } = context.options
  const holders = await caseHolders(session)
  const isWanted = (id: CaseId) => mine !== true || isMine(session, holders.get(id))
  const cases = await listCases(session, Number(limit), isWanted)
  const rows = cases.flatMap(({ case: id, requests }) =>
    requests.flatMap(({ opening, requesting, threads }) =>
      threads.map(({ counterpart, state }) => [
        ...[id, opening, requesting, counterpart, state],
        holderWords(holders.get(id)),
      ]),
    ),
  )
  terminalOf(context).result(
    { cases: cases.map((one) => ({ ...one, assigned: assignedTo(holders.get(one.case)) })) },
    rows.length === 0
      ? [mine === true ? 'You have no case.' : 'No case yet.']
      : table(['case', 'request', 'requesting', 'requested', 'state', 'with'], rows),
  )
}
