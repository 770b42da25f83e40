import { z } from 'zod'
import { directoryView } from '../../core/directory/directory-view.js'
import { logStanding } from '../../core/operations/log-standing.js'
import { networkEndings } from '../../core/operations/network-endings.js'
import { relayOperations } from '../../core/operations/relay-operations.js'
import type { Operator } from '../../core/operations/operator.js'
import { keyring } from '../api/keyring.js'
import { browserPlatform } from '../platform/browser-platform.js'
import { relayOf } from './relay-of.js'

const Health = z.object({ checks: z.record(z.string(), z.boolean()) })

/** The console remembers log and directory as every identity does: it is a silent witness, too. */
async function platformOf({ relay }: Operator) {
  const { database } = await keyring()
  return browserPlatform(database, `operator ${relay.id}`)
}

/** How relay, workers and log stand at this moment. */
export async function readStanding(operator: Operator) {
  const relay = relayOf(operator)
  const { logs } = await platformOf(operator)
  const now = () => new Date()
  const [health, operations, log, { authorities }] = await Promise.all([
    readHealth(operator.relay.origin),
    relayOperations(operator, relay, now()),
    logStanding({ relay, memory: logs, trust: operator.trust, now }),
    relay.call('readStamps', { query: {} }),
  ])
  return { health, operations, log, stamps: authorities }
}

/** What ends soon in the network, who is suspended, and whose entry does not verify. */
export async function readNetwork(operator: Operator) {
  const { relay, trust } = operator
  const view = directoryView(relayOf(operator), relay.id, trust, await platformOf(operator))
  const { entries, refused } = await view.list()
  const standing = await Promise.all(
    entries.map(async ({ payload: { authority } }) => {
      const newest = (await view.suspensions(authority)).at(-1)?.payload
      return newest?.standing === 'suspended' ? [newest] : []
    }),
  )
  return {
    ...{ count: entries.length, refused, suspended: standing.flat() },
    endings: networkEndings(entries, new Date()),
  }
}

/** The answer is the same shape whether all is well or not. */
async function readHealth(origin: string) {
  const answer = await fetch(`${origin}/health/ready`, { redirect: 'error', credentials: 'omit' })
  return Health.parse(await answer.json()).checks
}
