import { type Command } from 'commander'
import { lazily } from '../lazily.js'
import { packageId } from '../options/package-id.js'
import { wholeNumber } from '../options/whole-number.js'

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
  const oral = duty
    .command('oral')
    .description('requests by word of mouth, and their confirmation in writing')
  oral
    .command('note')
    .option('--from <authority>', 'who asked you')
    .option('--to <authority>', 'or whom you asked')
    .requiredOption('--person <text>', 'with whom you spoke: name and function')
    .requiredOption('--channel <channel>', 'telephone, video, radio, in-person or other')
    .requiredOption('--asked <text>', 'what was asked')
    .option('--at <time>', 'when, RFC 3339; now where it is left out')
    .option(
      '--within <hours>',
      'hours until it is to be confirmed',
      wholeNumber('--within', 1, 8784),
      24,
    )
    .option('--warn <hours>', 'hours before that you are warned', wholeNumber('--warn', 1, 8784), 4)
    .description('note an oral request, sealed to your authority; the relay watches the time')
    .action(lazily(async () => (await import('../commands/duty-oral-note.js')).dutyOralNote))
  oral
    .command('list')
    .option('--all', 'those that are confirmed or ended, too')
    .description('what waits for its written confirmation; exit code 7 when one is overdue')
    .action(lazily(async () => (await import('../commands/duty-oral-list.js')).dutyOralList))
  oral
    .command('confirm')
    .argument('<oral>', 'its name, or how it begins')
    .argument('<id>', 'the package that confirms it', packageId)
    .description('link it to its written confirmation, which ends the clock')
    .action(lazily(async () => (await import('../commands/duty-oral-confirm.js')).dutyOralConfirm))
  oral
    .command('end')
    .argument('<oral>', 'its name, or how it begins')
    .requiredOption('--reason <text>', 'why it needs no confirmation any more')
    .description('end the clock without a confirmation')
    .action(lazily(async () => (await import('../commands/duty-oral-end.js')).dutyOralEnd))
  duty
    .command('webhook-keys')
    .description('the relay’s keys, in PEM, by which a receiver of webhooks verifies its calls')
    .action(lazily(async () => (await import('../commands/duty-webhook-keys.js')).dutyWebhookKeys))
}
