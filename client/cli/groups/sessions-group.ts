import { type Command } from 'commander'
import { lazily } from '../lazily.js'

/** `rogatory sessions`: where your key is signed in. */
export function sessionsGroup(root: Command): void {
  const sessions = root.command('sessions').description('where your key is signed in')
  sessions
    .command('list')
    .option('--authority', 'of all officers of your authority (role admin)')
    .option('--all', 'those that are over, too: of the last 30 days')
    .description('sessions of your key: since when, last used, which kind of client')
    .action(lazily(async () => (await import('../commands/sessions-list.js')).sessionsList))
  sessions
    .command('end')
    .argument('[id]', 'the session, or how it begins')
    .option('--others', 'instead: every other one of your key')
    .option('--authority', 'a session of any officer of your authority (role admin)')
    .description('end a session at once; whoever has the keys and the passphrase can sign in again')
    .action(lazily(async () => (await import('../commands/sessions-end.js')).sessionsEnd))
}
