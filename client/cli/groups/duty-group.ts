import { type Command } from 'commander'
import { lazily } from '../lazily.js'

/** `rogatory duty`: what cannot wait. */
export function dutyGroup(root: Command): void {
  const duty = root.command('duty').description('what cannot wait')
  duty
    .command('list')
    .description('urgent packages that nobody has acknowledged; exit code 7 while there is one')
    .action(lazily(async () => (await import('../commands/duty-list.js')).dutyList))
}
