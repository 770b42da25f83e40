import { networkStanding, operatorStanding } from '../../core/operations/operator-standing.js'
import type { CommandContext } from '../command-context.js'
import { EXIT } from '../exit-codes.js'
import { operatorStatusLines, troublesOf } from '../lines/operator-status-lines.js'
import { operatorPlace } from '../options/operator-place.js'
import { terminalOf } from '../terminal-of.js'

/** What the console of the web client shows: how relay, workers, log and network stand at this moment. */
export async function operatorStatus(context: CommandContext): Promise<void> {
  const place = await operatorPlace(context)
  const [standing, network] = await Promise.all([operatorStanding(place), networkStanding(place)])
  const status = { ...standing, network }
  const troubles = troublesOf(status)
  if (troubles.length > 0) process.exitCode = EXIT.incomplete
  terminalOf(context).result(
    { ...status, log: status.log ?? null, troubles },
    operatorStatusLines(status),
  )
}
