import type { AuthorityId } from '#crypto/fields/fields.js'
import { ClientError, type ClientErrorCode } from '../client-error.js'
import type { SeenAuthority } from './directory-memory.js'
import type { KnownAuthority } from './verify-authority-record.js'

/**
 * Refuses a directory that takes back what it has shown, here or to whoever remembers `before`.
 *
 * @throws {@link ClientError} `directory-rewritten` when a version is replaced by another (each may be
 *   correctly signed, as by an authority that signed two second versions); `directory-stale` when
 *   versions are gone from the end; `revocation-omitted`; `suspension-omitted`.
 */
export function requireContinued(
  authority: AuthorityId,
  before: SeenAuthority,
  now: Pick<KnownAuthority, 'history' | 'revocations' | 'suspensions'>,
): void {
  for (const { version, digest } of before.versions) {
    const shown = now.history[version - 1]
    if (shown === undefined) {
      throw refused('directory-stale', `hides version ${version} of the entry of ${authority}`)
    }
    if (shown.digest !== digest) {
      throw refused(
        'directory-rewritten',
        `shows another version ${version} of the entry of ${authority}`,
      )
    }
  }
  const revoked = new Set(now.revocations.map(({ digest }) => digest))
  const omitted = before.revocations.find(({ digest }) => !revoked.has(digest))
  if (omitted !== undefined) {
    throw refused('revocation-omitted', `hides that ${authority} revoked the key ${omitted.kid}`)
  }
  const declared = new Set(now.suspensions.map(({ digest }) => digest))
  const hidden = before.suspensions.find(({ digest }) => !declared.has(digest))
  if (hidden !== undefined) {
    const what = hidden.standing === 'suspended' ? 'was suspended' : 'was let on again'
    throw refused('suspension-omitted', `hides that ${authority} ${what} as of ${hidden.since}`)
  }
}

const refused = (code: ClientErrorCode, what: string) =>
  new ClientError(
    code,
    `the relay ${what}, which was seen before`,
    'Stop, and ask the relay’s operator and the authority by another channel.',
  )
