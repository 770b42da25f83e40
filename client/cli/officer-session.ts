import { ownAlarms } from '../core/log/own-alarms.js'
import type { Session } from '../core/session/session.js'
import { officerAt, passphraseIn } from '../keystore/officer-at.js'
import { readProfile } from '../keystore/profile.js'
import { askPassphrase } from './ask-passphrase.js'
import type { CommandContext } from './command-context.js'
import { tlsFilesOf } from './reach-of.js'
import { terminalOf } from './terminal-of.js'

/**
 * The session of the officer whose home the command names; asks for the passphrase when it must. Warns of
 * what the relay shows in the authority's own name that its keys do not bear out.
 */
export async function officerSession(context: CommandContext): Promise<Session> {
  const { global } = context
  const session = await officerAt(
    global.home,
    ({ passphraseFile }) =>
      global.passphraseFile === undefined && passphraseFile !== undefined
        ? passphraseIn(global.home, passphraseFile)
        : askPassphrase(global.passphraseFile, 'Passphrase of your keystore'),
    tlsFilesOf(context),
    global.passphraseFile === undefined &&
      (await readProfile(global.home)).passphraseFile === undefined,
  )
  await warnOwn(context, session)
  return session
}

async function warnOwn(context: CommandContext, session: Session): Promise<void> {
  const alarms = await ownAlarms(session)
  const terminal = terminalOf(context)
  for (const { code, text } of alarms) terminal.warn(`! ${code}: ${text}`)
  if (alarms.length === 0) return
  terminal.warn(
    '  If your authority did not do this, call the relay’s operator and every counterpart now.',
  )
  const { directory, officer, platform } = session
  const history = await directory.history(officer.authority)
  await platform.seen.tell(officer.authority, history.length)
}
