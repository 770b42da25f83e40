import { LegalHold } from '#crypto/retention/legal-hold.js'
import { RetentionSchedule } from '#crypto/retention/retention-schedule.js'
import type { DirectoryStore } from '../ports.js'
import { readKept } from '../read-kept.js'
import type { RelayIdentity } from '../relay-identity.js'

type Ports = {
  readonly directory: Pick<DirectoryStore, 'history'>
  readonly relay: Pick<RelayIdentity, 'id'>
}

/** The schedule in force with its digest, if the operator ever published one. */
export async function scheduleInForce({ directory, relay }: Ports) {
  const newest = (await directory.history(relay.id, 'rogatory-retention')).at(-1)
  return newest && readKept(newest, RetentionSchedule)
}

/** Every statement about holds, in the order in which they were kept. */
export async function statedHolds({ directory, relay }: Ports): Promise<readonly LegalHold[]> {
  const kept = await directory.history(relay.id, 'rogatory-hold')
  const read = await Promise.all(kept.map((one) => readKept(one, LegalHold)))
  return read.map(({ payload }) => payload)
}
