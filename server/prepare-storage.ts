import type { Logger } from './observability/logger.js'
import { requireKnownMigrations } from './require-known-migrations.js'
import type { Storage } from './storage/connect-storage.js'

type Prepared = Pick<Storage, 'ensureIndexes'> & {
  readonly migrations: Pick<Storage['migrations'], 'run' | 'unknown'>
}

/**
 * Makes a database what this version works with, before anything is served: indexes, then documents of earlier versions.
 * One that a newer version has changed in a way that this one would misread is left untouched.
 *
 * @throws `ConfigurationError` as {@link requireKnownMigrations}; an error of the driver when MongoDB does not answer.
 */
export async function prepareStorage(
  { migrations, ensureIndexes }: Prepared,
  log: Pick<Logger, 'info' | 'warn'>,
): Promise<void> {
  await requireKnownMigrations(migrations, log)
  await ensureIndexes()
  await migrations.run(log)
}
