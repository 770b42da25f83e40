import { resolve } from 'node:path'
import { ClientError } from '../../core/client-error.js'
import { carryPackage } from '../../files/carry-package.js'
import { diskOutgoing } from '../../files/disk-outgoing.js'
import { nodePlatform } from '../../files/node-platform.js'
import type { CommandContext } from '../command-context.js'
import { terminalOf } from '../terminal-of.js'

/**
 * `outgoing --export` and `--import`: sealed packages leave a machine without a line, or with a slow one, on a
 * stick, and reach the relay from another of the authority. Needs neither relay nor passphrase.
 */
export async function carryOutgoing(context: CommandContext): Promise<void> {
  const { export: stick, import: brought, deliver } = context.options
  if ((typeof stick === 'string') === (typeof brought === 'string') || deliver === true) {
    throw new ClientError(
      'usage',
      '--export, --import and --deliver are one step each',
      'Export here; at the other machine import, then deliver.',
    )
  }
  const platform = nodePlatform(context.global.home)
  const { outgoing } = platform
  const isExport = typeof stick === 'string'
  const carried = diskOutgoing(resolve(String(stick ?? brought)))
  const places = isExport ? { from: outgoing, to: carried } : { from: carried, to: outgoing }
  const packages = await places.from.waiting()
  for (const id of packages) {
    await carryPackage(places, id, (length) => platform.digester(length))
  }
  terminalOf(context).result({ [isExport ? 'exported' : 'imported']: packages }, [
    ...packages.map((id) => `${isExport ? 'exported' : 'imported'} ${id}`),
    packages.length === 0
      ? 'Nothing waits there.'
      : isExport
        ? 'Carry the folder to a machine that reaches the relay, and there: rogatory outgoing --import FOLDER'
        : 'Deliver them with: rogatory outgoing --deliver',
  ])
}
