import { ConfigurationError } from '#config/configuration-error.js'
import type { Logger } from './observability/logger.js'
import type { Storage } from './storage/connect-storage.js'

/**
 * A database that a newer version has changed is used all the same where that version says that older ones may; the log
 * tells so.
 *
 * @throws `ConfigurationError` if a newer version has changed it in a way that this one would misread.
 */
export async function requireKnownMigrations(
  migrations: Pick<Storage['migrations'], 'unknown'>,
  log: Pick<Logger, 'warn'>,
): Promise<void> {
  const unknown = await migrations.unknown()
  const closed = unknown.filter(({ older }) => older !== 'may-run')
  if (closed.length > 0) {
    const ids = closed.map(({ id }) => id).join(', ')
    throw new ConfigurationError(
      `The database of MONGODB_URI was changed by a newer version: ${ids}. This version would misread it.`,
      [
        'Start the newer version again, or one that knows these migrations.',
        'Or restore a backup from before the upgrade: docs/backup.md.',
      ],
    )
  }
  for (const { id } of unknown) log.warn('migration.unknown', { migration: id })
}
