import { isMine } from '../../core/assignments/case-holder.js'
import { caseHolders } from '../../core/assignments/case-holders.js'
import { myMailbox } from '../../core/assignments/my-mailbox.js'
import { lookThroughMailbox } from '../../core/packages/list-mailbox.js'
import type { Session } from '../../core/session/session.js'
import { officerSession } from '../officer-session.js'
import type { CommandContext } from '../command-context.js'
import { EXIT } from '../exit-codes.js'
import { assignedTo, holderWords } from '../lines/holder-words.js'
import { table } from '../lines/table.js'
import { terminalOf } from '../terminal-of.js'
import { localTime } from '../options/local-time.js'

export async function inbox(context: CommandContext): Promise<void> {
  const { sent = false, mine = false } = context.options
  const limit = Number(context.options['limit'])
  const session = await officerSession(context)
  const box = sent === true ? 'sent' : 'inbox'
  const { items, forged, holders } = await (mine === true ? ofMine : ofAll)(session, box, limit)
  const rows = items.map((item) => [
    item.package,
    box === 'inbox' ? item.sender : item.recipients.join(', '),
    item.urgency,
    localTime(item.submitted),
    item.state,
    holderWords(holders.get(item.case)),
  ])
  const terminal = terminalOf(context)
  if (forged.length > 0) process.exitCode = EXIT.contradicted
  terminal.result(
    {
      box,
      packages: items.map((item) => ({ ...item, assigned: assignedTo(holders.get(item.case)) })),
      forged,
    },
    rows.length === 0
      ? [nothing(box, mine === true)]
      : table(
          ['package', box === 'inbox' ? 'from' : 'to', 'urgency', 'submitted', 'state', 'with'],
          rows,
        ),
  )
  for (const { package: id, sender, problem } of forged) {
    terminal.warn(
      `✗ ${id}, said to be of ${sender}, does not verify (${problem}): do not act on it`,
    )
  }
}

async function ofAll(session: Session, box: 'inbox' | 'sent', limit: number) {
  const { items, forged } = await lookThroughMailbox(session, box, limit)
  const holders = await caseHolders(session, new Set(items.map((item) => item.case)))
  return { items, forged, holders }
}

async function ofMine(session: Session, box: 'inbox' | 'sent', limit: number) {
  const holders = await caseHolders(session)
  const mine = [...holders].filter(([, holder]) => isMine(session, holder)).map(([id]) => id)
  return { ...(await myMailbox(session, box, limit, mine)), holders }
}

function nothing(box: 'inbox' | 'sent', mine: boolean): string {
  if (mine) return 'Nothing in a case that you have.'
  return box === 'inbox' ? 'Nothing received yet.' : 'Nothing sent yet.'
}
