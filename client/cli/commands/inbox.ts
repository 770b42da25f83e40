import { listMailbox } from '../../core/list-mailbox.js'
import { officerSession } from '../officer-session.js'
import type { CommandContext } from '../command-context.js'
import { table } from '../table.js'
import { terminalOf } from '../terminal-of.js'
import { localTime } from '../local-time.js'

export async function inbox(context: CommandContext): Promise<void> {
  const { sent = false, limit } = context.options
  const session = await officerSession(context)
  const box = sent === true ? 'sent' : 'inbox'
  const items = await listMailbox(session, box, Number(limit))
  const rows = items.map((item) => [
    item.package,
    box === 'inbox' ? item.sender : item.recipients.join(', '),
    item.urgency,
    localTime(item.submitted),
    item.state,
  ])
  terminalOf(context).result(
    { box, packages: items },
    rows.length === 0
      ? [box === 'inbox' ? 'Nothing received yet.' : 'Nothing sent yet.']
      : table(['package', box === 'inbox' ? 'from' : 'to', 'urgency', 'submitted', 'state'], rows),
  )
}
