import { dutyDesk } from '../../core/duty-desk.js'
import type { CommandContext } from '../command-context.js'
import { EXIT } from '../exit-codes.js'
import { localTime } from '../local-time.js'
import { officerSession } from '../officer-session.js'
import { table } from '../table.js'
import { terminalOf } from '../terminal-of.js'

export async function dutyList(context: CommandContext): Promise<void> {
  const waiting = await dutyDesk(await officerSession(context))
  if (waiting.length > 0) process.exitCode = EXIT.incomplete
  terminalOf(context).result(
    { waiting },
    waiting.length === 0
      ? ['Nothing urgent waits.']
      : [
          ...table(
            ['minutes', 'urgency', 'from', 'alerts', 'submitted', 'package'],
            waiting.map((one) => [
              ...[String(one.minutes), one.urgency, one.sender, String(one.alerts)],
              ...[localTime(one.submitted), one.package],
            ]),
          ),
          'Alerts end with a receipt: rogatory open ID --out FOLDER, then rogatory acknowledge ID',
        ],
  )
}
