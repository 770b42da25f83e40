import type { AuthorityId } from '#crypto/fields/fields.js'
import { ClientError } from './client-error.js'
import type { KnownAuthority } from './verify-authority-record.js'

/**
 * Refuses a directory that takes back what it has shown: versions that are gone or replaced by others
 * (each correctly signed, as by an authority that signed two second versions), revocations forgotten.
 *
 * @throws {@link ClientError} `directory-untrusted`
 */
export function requireContinued(
  authority: AuthorityId,
  before: KnownAuthority | undefined,
  now: KnownAuthority,
): void {
  if (before === undefined) return
  const sameVersions = before.history.every(
    ({ digest }, version) => now.history[version]?.digest === digest,
  )
  const revoked = new Set(now.revocations.map(({ digest }) => digest))
  if (sameVersions && before.revocations.every(({ digest }) => revoked.has(digest))) return
  throw new ClientError(
    'directory-untrusted',
    `the relay shows another history of ${authority} than it showed before`,
    'Stop, and ask the relay’s operator and the authority by another channel.',
  )
}
