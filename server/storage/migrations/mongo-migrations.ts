import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Connection } from 'mongoose'
import type { LeaseStore } from '../../domain/log/ports.js'
import type { Migration } from './migration.js'
import { migrationRecords } from './migration-records.js'
import { migrations as all } from './migrations.js'

type Told = { readonly migration: string; readonly count: number }

/** Who is told what was done: the log. */
export type MigrationLog = {
  info(event: 'migration.done', fields: Told): void
  warn(event: 'migration.passed-over', fields: Told): void
}

const DUTY = 'migrations'
/** Each batch prolongs it. Whoever takes over from a process that was killed waits so long. */
const LEASE_MS = 10_000
const LOOK_MS = 200

export type Migrations = ReturnType<typeof mongoMigrations>

/**
 * Migrations over one database.
 *
 * - `unknown`: those that a newer version has begun here, and what it says of versions that do not know them.
 * - `run`: does what is not done yet, in one process at a time, and resolves when all is done, by whomever. Killed at any point,
 *   the next run does the rest. Rejects with the driver's error when MongoDB does not answer.
 *
 * @param migrations - in their order.
 */
export function mongoMigrations(
  connection: Connection,
  leases: LeaseStore,
  migrations: readonly Migration[] = all,
) {
  const records = migrationRecords(connection)
  return { unknown, run }

  async function unknown(): Promise<readonly Pick<Migration, 'id' | 'older'>[]> {
    const known = new Set(migrations.map(({ id }) => id))
    const others = (await records.all()).filter(({ _id }) => !known.has(_id))
    // A word that is not known here says at least that it is not the one that allows.
    return others.map(({ _id: id, older }) => ({
      id,
      older: older === 'may-run' ? older : 'must-not-run',
    }))
  }

  async function left(): Promise<readonly Migration[]> {
    const ended = new Set(
      (await records.all()).filter(({ endedAt }) => endedAt !== undefined).map(({ _id }) => _id),
    )
    return migrations.filter(({ id }) => !ended.has(id))
  }

  async function run(log: MigrationLog): Promise<void> {
    const holder = randomUUID()
    const hold = async () => (await leases.take(DUTY, holder, LEASE_MS)) !== undefined
    while ((await left()).length > 0) {
      if (!(await hold())) {
        await sleep(LOOK_MS)
        continue
      }
      try {
        // Asked again: whoever held the lease before may have done them.
        for (const one of await left()) if (!(await perform(one, hold, log))) break
      } finally {
        await leases.release(DUTY, holder).catch(() => undefined)
      }
    }
  }

  /** False if another process took over meanwhile, as this one was halted for longer than its lease. */
  async function perform(
    one: Migration,
    hold: () => Promise<boolean>,
    log: MigrationLog,
  ): Promise<boolean> {
    const { id: migration } = one
    await records.begin(one)
    let count = 0
    let passedOver = 0
    for await (const batch of one.batches(connection)) {
      count += batch.changed
      passedOver += batch.passedOver
      if (!(await hold())) return false
    }
    await records.end(one)
    if (passedOver > 0) log.warn('migration.passed-over', { migration, count: passedOver })
    log.info('migration.done', { migration, count })
    return true
  }
}
