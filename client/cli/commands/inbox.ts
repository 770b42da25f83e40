import { lookThroughMailbox } from '../../core/packages/list-mailbox.js'
import { officerSession } from '../officer-session.js'
import type { CommandContext } from '../command-context.js'
import { EXIT } from '../exit-codes.js'
import { table } from '../lines/table.js'
import { terminalOf } from '../terminal-of.js'
import { localTime } from '../options/local-time.js'

export async function inbox(context: CommandContext): Promise<void> {
  const { sent = false, limit } = context.options
  const session = await officerSession(context)
  const box = sent === true ? 'sent' : 'inbox'
  const { items, forged } = await lookThroughMailbox(session, box, Number(limit))
  const rows = items.map((item) => [
    item.package,
    box === 'inbox' ? item.sender : item.recipients.join(', '),
    item.urgency,
    localTime(item.submitted),
    item.state,
  ])
  const terminal = terminalOf(context)
  if (forged.length > 0) process.exitCode = EXIT.contradicted
  terminal.result(
    { box, packages: items, forged },
    rows.length === 0
      ? [box === 'inbox' ? 'Nothing received yet.' : 'Nothing sent yet.']
      : table(['package', box === 'inbox' ? 'from' : 'to', 'urgency', 'submitted', 'state'], rows),
  )
  for (const { package: id, sender, problem } of forged) {
    terminal.warn(
      `✗ ${id}, said to be of ${sender}, does not verify (${problem}): do not act on it`,
    )
  }
}
