import type { OperatorPlace } from '../../core/operations/operator-standing.js'
import { nodePlatform } from '../../files/node-platform.js'
import { operatorKeyAt } from '../../keystore/operator-key-at.js'
import type { CommandContext } from '../command-context.js'
import { trustFor } from '../offline-files.js'
import { reachOf } from '../reach-of.js'
import { authorityIn } from './operator-of.js'

/** Where the operator looks at its relay from: by the key alone, without the network's root. */
export async function operatorPlace(context: CommandContext): Promise<OperatorPlace> {
  const { options, global } = context
  const platform = nodePlatform(global.home)
  const reach = await reachOf(context)
  const origin = String(options['origin'])
  return {
    operator: {
      key: await operatorKeyAt(String(options['operatorKey'])),
      trust: await trustFor(context),
      relay: { id: authorityIn(options['relayId']), origin },
    },
    relay: reach(origin, undefined, () => platform.now()),
    platform,
  }
}
