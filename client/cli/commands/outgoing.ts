import { deliverPackage } from '../../core/deliver-package.js'
import { officerSession } from '../officer-session.js'
import type { CommandContext } from '../command-context.js'
import { documentBars } from '../document-bars.js'
import { terminalOf } from '../terminal-of.js'

export async function outgoing(context: CommandContext): Promise<void> {
  const terminal = terminalOf(context)
  const session = await officerSession(context)
  const waiting = await session.platform.outgoing.waiting()
  if (context.options['deliver'] !== true) {
    const none = ['Nothing waits to be sent.']
    terminal.result({ waiting }, waiting.length === 0 ? none : [...waiting, HOW])
    return
  }
  const delivered = []
  for (const id of waiting) {
    const bars = documentBars(terminal, 'upload')
    const { payload } = await deliverPackage(session, id, bars.at)
    bars.done()
    delivered.push({ package: id, code: payload.code, time: payload.time })
  }
  terminal.result(
    { delivered },
    delivered.map(({ package: id, code }) => `${code === 'A.1' ? 'accepted' : 'rejected'} ${id}`),
  )
}

const HOW = 'Deliver them with: rogatory outgoing --deliver'
