import { directoryView } from '../directory/directory-view.js'
import type { Platform, Relay } from '../ports.js'
import { logStanding } from './log-standing.js'
import { networkEndings } from './network-endings.js'
import type { Operator } from './operator.js'
import { relayOperations } from './relay-operations.js'

export type OperatorPlace = {
  readonly operator: Pick<Operator, 'key' | 'relay' | 'trust'>
  readonly relay: Relay
  /** Log and directory are remembered as every identity does: an operator's console is a silent witness, too. */
  readonly platform: Pick<Platform, 'now' | 'seen' | 'logs'>
}

/**
 * How relay, workers and log stand at this moment.
 *
 * @throws as {@link relayOperations} and {@link logStanding}
 */
export async function operatorStanding({ operator, relay, platform }: OperatorPlace) {
  const { trust } = operator
  const [operations, log, { authorities: stamps }] = await Promise.all([
    relayOperations(operator, relay, platform.now()),
    logStanding({ relay, memory: platform.logs, trust, now: () => platform.now() }),
    relay.call('readStamps', { query: {} }),
  ])
  return { operations, log, stamps }
}
export type OperatorStanding = Awaited<ReturnType<typeof operatorStanding>>

/** What ends soon in the network, who is suspended, and whose entry does not verify. */
export async function networkStanding({ operator, relay, platform }: OperatorPlace) {
  const view = directoryView(relay, operator.relay.id, operator.trust, platform)
  const { entries, refused } = await view.list()
  const suspended = await Promise.all(
    entries.map(async ({ payload: { authority } }) => {
      const newest = (await view.suspensions(authority)).at(-1)?.payload
      return newest?.standing === 'suspended' ? [newest] : []
    }),
  )
  return {
    count: entries.length,
    refused,
    suspended: suspended.flat(),
    endings: networkEndings(entries, platform.now()),
  }
}
export type NetworkStanding = Awaited<ReturnType<typeof networkStanding>>
