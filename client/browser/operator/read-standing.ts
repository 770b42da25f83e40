import { z } from 'zod'
import { audit, type AuditFilter } from '../../core/operations/audit.js'
import {
  networkStanding,
  type OperatorPlace,
  operatorStanding,
} from '../../core/operations/operator-standing.js'
import type { Operator } from '../../core/operations/operator.js'
import { keyring } from '../api/keyring.js'
import { browserPlatform } from '../platform/browser-platform.js'
import { relayOf } from './relay-of.js'

const Health = z.object({ checks: z.record(z.string(), z.boolean()) })

async function placeOf(operator: Operator): Promise<OperatorPlace> {
  const { database } = await keyring()
  const platform = browserPlatform(database, `operator ${operator.relay.id}`)
  return { operator, relay: relayOf(operator), platform }
}

/** How services, relay, workers and log stand at this moment. */
export async function readStanding(operator: Operator) {
  const [health, standing] = await Promise.all([
    readHealth(operator.relay.origin),
    placeOf(operator).then(operatorStanding),
  ])
  return { health, ...standing }
}

export const readNetwork = async (operator: Operator) => networkStanding(await placeOf(operator))

/** A page of the audit, verified here. @param after - `next` of the page before */
export const readAudit = async (operator: Operator, filter: AuditFilter, after?: string) =>
  audit(await placeOf(operator), filter, after)

/** The answer is the same shape whether all is well or not. */
async function readHealth(origin: string) {
  const answer = await fetch(`${origin}/health/ready`, { redirect: 'error', credentials: 'omit' })
  return Health.parse(await answer.json()).checks
}
