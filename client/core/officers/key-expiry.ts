import { dueWarning, type Ending, endingsOf } from '#crypto/directory/key-endings.js'
import { listOfficers } from './list-officers.js'
import type { Session } from '../session/session.js'

export { WARNINGS_DAYS } from '#crypto/directory/key-endings.js'

export type ExpiryNotice = Ending & {
  /** The warning that has come due, in days before the end; undefined while there is time. */
  readonly warning: number | undefined
  /** RFC 3339: when the relay warned the authority last; undefined if it has not yet. */
  readonly told: string | undefined
}

/** So many of the newest notices are looked through. */
const NOTICES = 200

/**
 * When whatever the authority works with ends, soonest first: certificate, entry, keys, and the
 * credentials of its active officers (only one's own where the roles do not list the others).
 */
export async function keyExpiry(session: Session): Promise<readonly ExpiryNotice[]> {
  const { directory, officer, platform } = session
  const now = platform.now()
  const entry = await directory.current(officer.authority)
  const [members, { notices }] = await Promise.all([
    listOfficers(session),
    session.relay.call('listNotices', { query: { kind: 'keys.expiring', limit: NOTICES } }),
  ])
  const told = (what: Ending['what'], of: string, at: string) =>
    notices.find(
      (one) =>
        one.kind === 'keys.expiring' && one.what === what && one.of === of && one.ends === at,
    )?.at
  const credentials = members
    .filter(({ standing }) => standing === 'active')
    .map(({ claims: { name, kid, validTo } }) => ({
      what: 'credential' as const,
      of: name,
      at: validTo,
      told: told('credential', kid, validTo),
    }))
  const ofEntry = endingsOf(entry).map((one) => ({ ...one, told: told(one.what, one.of, one.at) }))
  return [...ofEntry, ...credentials]
    .map((ending) => ({ ...ending, warning: dueWarning(ending.at, now) }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
}
