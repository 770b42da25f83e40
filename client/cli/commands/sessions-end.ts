import { ClientError } from '../../core/client-error.js'
import { endSessions, listSessions } from '../../core/session/sessions.js'
import { sessionAt } from '../../keystore/session-at.js'
import type { CommandContext } from '../command-context.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

export async function sessionsEnd(context: CommandContext, id?: string): Promise<void> {
  const { global, options } = context
  const areOthers = options['others'] === true
  if ((id === undefined) !== areOthers) {
    throw new ClientError(
      'usage',
      'name a session, or all others',
      'rogatory sessions end ID, or: rogatory sessions end --others',
    )
  }
  const session = await officerSession(context)
  const of = options['authority'] === true ? 'authority' : 'key'
  const live = (await listSessions(session, of)).sessions.filter(({ isLive }) => isLive)
  const own = await sessionAt(global.home, false).named()
  const chosen =
    id === undefined
      ? live.filter((one) => one.id !== own.id && one.kid === session.officer.signingKey.kid)
      : live.filter((one) => one.id.startsWith(id))
  if (id !== undefined && chosen.length !== 1) {
    throw new ClientError(
      'usage',
      `${chosen.length} sessions begin so`,
      'rogatory sessions list shows those that there are.',
    )
  }
  const ended = await endSessions(session, chosen)
  terminalOf(context).result(
    { ended },
    ended.length === 0 ? ['There is no other.'] : ended.map((one) => `ended: ${one}`),
  )
}
