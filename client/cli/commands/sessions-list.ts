import type { SessionRecord } from '#server/contract/session-wire.js'
import { listOfficers, nameOfOfficer } from '../../core/officers/list-officers.js'
import { listSessions } from '../../core/session/sessions.js'
import { sessionAt } from '../../keystore/session-at.js'
import type { CommandContext } from '../command-context.js'
import { localTime } from '../options/local-time.js'
import { noticeLine } from '../lines/notice-line.js'
import { officerSession } from '../officer-session.js'
import { table } from '../lines/table.js'
import { terminalOf } from '../terminal-of.js'

export async function sessionsList(context: CommandContext): Promise<void> {
  const { global, options } = context
  const session = await officerSession(context)
  const of = options['authority'] === true ? 'authority' : 'key'
  const { sessions: all, notices } = await listSessions(session, of)
  const own = await sessionAt(global.home, false).named()
  const members = of === 'authority' ? await listOfficers(session) : []
  const sessions = all
    .filter(({ isLive }) => isLive || options['all'] === true)
    .map((one) => ({ ...one, isThis: one.id === own.id }))
  terminalOf(context).result({ sessions, notices }, [
    ...table(
      ['session', 'client', 'since', 'last token', 'ends', 'state', 'officer'],
      sessions.map((one) => [
        ...[one.id, one.kind ?? 'unknown', localTime(one.began), localTime(one.renewed)],
        ...[localTime(one.ends), stateOf(one), nameOfOfficer(members, one.officer)],
      ]),
    ),
    ...notices.map((notice) => `${localTime(notice.at)} ${noticeLine(notice)}`),
    'To end one: rogatory sessions end ID. If a key may be in other hands, have it revoked: rogatory keys revoke',
  ])
}

function stateOf(one: SessionRecord & { readonly isThis: boolean }): string {
  if (one.ended !== null) return `ended (${one.ended.by})`
  if (one.isThis) return 'this one'
  if (!one.isLive) return 'over'
  return one.isNewClient ? 'going on, new client' : 'going on'
}
