import { ConfigurationError } from '#config/configuration-error.js'
import type { Logger } from './observability/logger.js'
import type { Storage } from './storage/connect-storage.js'

type Prepared = Pick<Storage, 'ensureIndexes'> & {
  readonly migrations: Pick<Storage['migrations'], 'run' | 'unknown'>
}

/**
 * Makes a database what this version works with, before anything is served: indexes, then documents of earlier versions.
 *
 * One that a newer version has changed is used all the same where that version says that older ones may; the log
 * tells so. Otherwise it is left untouched.
 *
 * @throws `ConfigurationError` if a newer version has changed it in a way that this one would misread; an error of the
 *   driver when MongoDB does not answer.
 */
export async function prepareStorage(
  { migrations, ensureIndexes }: Prepared,
  log: Pick<Logger, 'info' | 'warn'>,
): Promise<void> {
  const unknown = await migrations.unknown()
  const closed = unknown.filter(({ older }) => older !== 'may-run')
  if (closed.length > 0) {
    const ids = closed.map(({ id }) => id).join(', ')
    throw new ConfigurationError(
      `The database of MONGODB_URI was changed by a newer version: ${ids}. This version would misread it.`,
      [
        'Start the newer version again, or one that knows these migrations.',
        'Or restore a backup from before the upgrade: docs/operations.md, "Upgrade".',
      ],
    )
  }
  for (const { id } of unknown) log.warn('migration.unknown', { migration: id })
  await ensureIndexes()
  await migrations.run(log)
}
