import { dueWarning, type Ending, endingsOf } from '#crypto/directory/key-endings.js'
import { roster } from './roster.js'
import type { Session } from './session.js'

export { DAY_MS, WARNINGS_DAYS } from '#crypto/directory/key-endings.js'

export type ExpiryNotice = Ending & {
  /** The warning that has come due, in days before the end; undefined while there is time. */
  readonly warning: number | undefined
}

/**
 * When whatever the authority works with ends, soonest first: certificate, entry, keys, and the
 * credentials of its active officers (only one's own where the roles do not list the others).
 */
export async function keyExpiry(session: Session): Promise<readonly ExpiryNotice[]> {
  const { directory, officer, platform } = session
  const now = platform.now()
  const entry = await directory.current(officer.authority)
  const members = await roster(session)
  const credentials = members
    .filter(({ standing }) => standing === 'active')
    .map(({ claims }): Ending => ({ what: 'credential', of: claims.name, at: claims.validTo }))
  return [...endingsOf(entry), ...credentials]
    .map((ending) => ({ ...ending, warning: dueWarning(ending.at, now) }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
}
