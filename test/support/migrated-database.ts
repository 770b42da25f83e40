import { randomBytes } from 'node:crypto'
import mongoose from 'mongoose'
import { mongoLeaseStore } from '#server/storage/log/lease-store.js'
import type { Migration } from '#server/storage/migrations/migration.js'
import { type MigrationLog, mongoMigrations } from '#server/storage/migrations/mongo-migrations.js'
import { testMongodbUri } from '#test/support/test-services.js'

/** A database of its own; processes of a version that has these migrations, and what they tell. */
export async function migratedDatabase() {
  const dbName = `t${randomBytes(8).toString('hex')}`
  const connection = await mongoose.createConnection(testMongodbUri(), { dbName }).asPromise()
  const leases = mongoLeaseStore(connection)
  const told: string[] = []
  const tell: MigrationLog['info'] & MigrationLog['warn'] = (event, { migration, count }) =>
    void told.push(`${event} ${migration} ${count}`)
  const log: MigrationLog = { info: tell, warn: tell }
  return {
    connection,
    leases,
    told,
    log,
    run: (...migrations: readonly Migration[]) => version(migrations).run(log),
    unknown: (...migrations: readonly Migration[]) => version(migrations).unknown(),
    async remove() {
      await connection.dropDatabase()
      await connection.close()
    },
  }

  function version(migrations: readonly Migration[]) {
    // A model belongs to a connection once.
    if ('Migration' in connection.models) connection.deleteModel('Migration')
    return mongoMigrations(connection, leases, migrations)
  }
}
