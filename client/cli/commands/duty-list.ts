import { dutyDesk, type WaitingPackage } from '../../core/duty/duty-desk.js'
import type { CommandContext } from '../command-context.js'
import { EXIT } from '../exit-codes.js'
import { localTime } from '../options/local-time.js'
import { officerSession } from '../officer-session.js'
import { table } from '../lines/table.js'
import { terminalOf } from '../terminal-of.js'

export async function dutyList(context: CommandContext): Promise<void> {
  const waiting = await dutyDesk(await officerSession(context))
  const isOpen = waiting.some(({ held }) => held?.act !== 'stand-down')
  if (isOpen) process.exitCode = EXIT.incomplete
  terminalOf(context).result(
    { waiting },
    waiting.length === 0
      ? ['Nothing urgent waits.']
      : [
          ...table(
            ['minutes', 'urgency', 'from', 'alerts', 'submitted', 'with', 'package'],
            waiting.map((one) => [
              ...[String(one.minutes), one.urgency, one.sender, String(one.alerts)],
              ...[localTime(one.submitted), withWhom(one), one.package],
            ]),
          ),
          'To tell colleagues that you see to it: rogatory duty take ID',
          'Alerts end with a receipt: rogatory open ID --out FOLDER, then rogatory acknowledge ID',
        ],
  )
}

function withWhom({ held, problem }: WaitingPackage): string {
  if (problem !== null) return `✗ does not verify (${problem}): do not act on it`
  if (held === null) return 'nobody'
  if (held.act === 'stand-down') return `stood down by ${held.name}`
  return `${held.name} until ${localTime(held.until ?? '')}`
}
