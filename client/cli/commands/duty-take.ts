import type { PackageId } from '#crypto/fields/fields.js'
import { actOnAlert } from '../../core/duty/act-on-alert.js'
import type { CommandContext } from '../command-context.js'
import { localTime } from '../options/local-time.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

export async function dutyTake(context: CommandContext, id: PackageId): Promise<void> {
  const { note, over } = context.options
  const taken = await actOnAlert(await officerSession(context), id, {
    act: 'take',
    over: over === true,
    note: typeof note === 'string' ? note : undefined,
  })
  const until = localTime(taken.until ?? '')
  terminalOf(context).result({ package: id, ...taken }, [
    taken.already ? `you have had it since ${localTime(taken.at)}` : `taken over  ${id}`,
    `alerts go on at ${until} unless a receipt comes: rogatory open ${id} --out FOLDER, then rogatory acknowledge ${id}`,
  ])
}
