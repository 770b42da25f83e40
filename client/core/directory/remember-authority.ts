import type { AuthorityId } from '#crypto/fields/fields.js'
import type { Platform } from '../ports.js'
import type { KnownAuthority } from './verify-authority-record.js'

/** Remembers what the relay shows of an authority. The first sight of it is no change to tell anybody. */
export async function remember(
  { seen, now }: Pick<Platform, 'seen' | 'now'>,
  authority: AuthorityId,
  { history, revocations, suspensions }: KnownAuthority,
): Promise<void> {
  const before = await seen.of(authority)
  const isNews =
    history.length > before.versions.length ||
    revocations.length > before.revocations.length ||
    suspensions.length > before.suspensions.length
  if (!isNews) return
  const at = now().toISOString()
  await seen.keep(authority, {
    versions: history.map(({ digest, payload: { version, keys } }) => ({
      version,
      digest,
      keys: keys.map(({ purpose, kid }) => ({ purpose, kid })),
      seen: at,
    })),
    revocations: revocations.map(({ digest, payload: { kid } }) => ({ digest, kid, seen: at })),
    suspensions: suspensions.map(({ digest, payload: { standing, since } }) => ({
      digest,
      standing,
      since,
      seen: at,
    })),
  })
  if (before.versions.length === 0) await seen.tell(authority, history.length)
}
