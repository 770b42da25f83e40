import { type Command } from 'commander'
import { lazily } from '../lazily.js'
import { packageId } from '../package-id.js'

/** `rogatory duty`: what cannot wait. */
export function dutyGroup(root: Command): void {
  const duty = root.command('duty').description('what cannot wait')
  duty
    .command('list')
    .description('urgent packages that nobody has acknowledged; exit code 7 while there is one')
    .action(lazily(async () => (await import('../commands/duty-list.js')).dutyList))
  duty
    .command('take')
    .argument('<id>', 'the package', packageId)
    .option('--note <text>', 'for your colleagues only')
    .option('--over', 'although a colleague has it; or for longer')
    .description(
      'tell colleagues and the sender that you see to it: alerts stand still for a while',
    )
    .action(lazily(async () => (await import('../commands/duty-take.js')).dutyTake))
  duty
    .command('stand-down')
    .argument('<id>', 'the package', packageId)
    .requiredOption('--reason <text>', 'why, for your colleagues only')
    .description('call the alert off, as a false one; the package still waits for a receipt')
    .action(lazily(async () => (await import('../commands/duty-stand-down.js')).dutyStandDown))
}
