import type { Session } from '../core/session.js'
import { officerAt, passphraseIn } from '../keystore/officer-at.js'
import { askPassphrase } from './ask-passphrase.js'
import type { CommandContext } from './command-context.js'

/** The session of the officer whose home the command names; asks for the passphrase when it must. */
export function officerSession({ global }: CommandContext): Promise<Session> {
  return officerAt(global.home, ({ passphraseFile }) =>
    global.passphraseFile === undefined && passphraseFile !== undefined
      ? passphraseIn(global.home, passphraseFile)
      : askPassphrase(global.passphraseFile, 'Passphrase of your keystore'),
  )
}
