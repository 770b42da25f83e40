import { networkStanding, operatorStanding } from '../../core/operations/operator-standing.js'
import { nodePlatform } from '../../files/node-platform.js'
import { operatorKeyAt } from '../../keystore/operator-key-at.js'
import type { CommandContext } from '../command-context.js'
import { EXIT } from '../exit-codes.js'
import { operatorStatusLines, troublesOf } from '../lines/operator-status-lines.js'
import { trustFor } from '../offline-files.js'
import { authorityIn } from '../options/operator-of.js'
import { reachOf } from '../reach-of.js'
import { terminalOf } from '../terminal-of.js'

/** What the console of the web client shows: how relay, workers, log and network stand at this moment. */
export async function operatorStatus(context: CommandContext): Promise<void> {
  const { options, global } = context
  const platform = nodePlatform(global.home)
  const reach = await reachOf(context)
  const origin = String(options['origin'])
  const place = {
    operator: {
      key: await operatorKeyAt(String(options['operatorKey'])),
      trust: await trustFor(context),
      relay: { id: authorityIn(options['relayId']), origin },
    },
    relay: reach(origin, undefined, () => platform.now()),
    platform,
  }
  const [standing, network] = await Promise.all([operatorStanding(place), networkStanding(place)])
  const status = { ...standing, network }
  const troubles = troublesOf(status)
  if (troubles.length > 0) process.exitCode = EXIT.incomplete
  terminalOf(context).result(
    { ...status, log: status.log ?? null, troubles },
    operatorStatusLines(status),
  )
}
