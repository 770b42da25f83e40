import { boardLink } from '../../core/operations/board-link.js'
import { operatorKeyAt } from '../../keystore/operator-key-at.js'
import type { CommandContext } from '../command-context.js'
import { terminalOf } from '../terminal-of.js'

export async function operatorBoard(context: CommandContext): Promise<void> {
  const { options } = context
  const key = await operatorKeyAt(String(options['operatorKey']))
  const link = await boardLink(key, String(options['board']), new Date())
  const terminal = terminalOf(context)
  terminal.note(
    'Good once, for a minute, for whoever has it: follow it now. It shows the queues for 15 minutes.',
  )
  terminal.result({ link }, [link])
}
