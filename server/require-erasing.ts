import { ConfigurationError } from '#config/configuration-error.js'
import type { BlobKeeping } from './blobs/blob-keeping.js'

/**
 * A relay that certified deletions over what keeps every version would certify what is not so. A store that does not
 * answer is no reason: `check` asks the same, and lets nobody call the relay ready before.
 *
 * @throws `ConfigurationError` if what is deleted is known to be kept.
 */
export async function requireErasing(blobs: Pick<BlobKeeping, 'keepsVersions'>): Promise<void> {
  if (!(await blobs.keepsVersions().catch(() => false))) return
  throw new ConfigurationError('The bucket S3_BUCKET keeps versions: what is deleted would stay.', [
    'Name a bucket in which versioning was never enabled; suspending it does not remove what it has kept.',
    'Copy parts/ into it with their names before you start: docs/operations.md, "Parts in a bucket".',
  ])
}
