import type { Command } from 'commander'
import { wholeNumber } from '../options/whole-number.js'

/** Options of whoever hands over: who, in which order, until when, what for. */
export const orderOptions = (command: Command): Command =>
  command
    .requiredOption(
      '--purpose <text>',
      'what it is for; the translator sees it, the relay does not',
    )
    .requiredOption(
      '--due <time...>',
      'RFC 3339 time at which it is due: from the first, as long for each further; or one for each',
    )
    .option('--translator <who...>', 'names or keys, in the order in which they are asked')
    .option(
      '--rotation <number>',
      'choose so many: for the pair, free, bound to confidentiality; accredited ones first',
      wholeNumber('--rotation', 1, 8),
    )
    .option('--of <authority...>', 'look for translators of these authorities, too')
    .option(
      '--accept-by <time...>',
      'until when each has to accept (default: a quarter of the time)',
    )
    .option('--remind <time...>', 'when to remind (default: after three quarters of the time)')
    .option('--reviewer <who>', 'a second linguist, by name or key')
