import type { PackageId } from '#crypto/fields/fields.js'
import { actOnAlert } from '../../core/duty/act-on-alert.js'
import type { CommandContext } from '../command-context.js'
import { localTime } from '../options/local-time.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

export async function dutyStandDown(context: CommandContext, id: PackageId): Promise<void> {
  const { reason } = context.options
  const done = await actOnAlert(await officerSession(context), id, {
    act: 'stand-down',
    over: false,
    note: String(reason),
  })
  terminalOf(context).result({ package: id, ...done }, [
    done.already ? `you stood it down at ${localTime(done.at)}` : `stood down  ${id}`,
    'The sender sees that the alert was called off. The package still waits for a receipt.',
  ])
}
