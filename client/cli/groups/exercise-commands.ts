import type { Command } from 'commander'
import { lazily } from '../lazily.js'
import { wholeNumber } from '../options/whole-number.js'

/** A counterpart to practise with, and the network trying itself. */
export function exerciseCommands(root: Command): void {
  root
    .command('selftest')
    .requiredOption('--with <home>', 'the home of an officer of another authority, who receives')
    .option('--size <mebibytes>', 'of the document', wholeNumber('--size', 1, 10_240), 1)
    .option(
      '--wait <seconds>',
      'wait so long for what comes by itself: notice, checkpoint, time-stamp',
      wholeNumber('--wait', 1, 3600),
      90,
    )
    .description(
      'a full exchange of a package that is marked as a test, with the time of each step; the exit code is that of the step that failed',
    )
    .action(lazily(async () => (await import('../commands/selftest.js')).selftest))
  root
    .command('simulate')
    .requiredOption('--script <script>', 'a file, or one of executes, asks, refuses')
    .option(
      '--after <position>',
      'answer only what came after this leaf of the log; -1 answers all',
      wholeNumber('--after', -1, Number.MAX_SAFE_INTEGER),
      -1,
    )
    .option('--count <number>', 'end after so many acts', wholeNumber('--count', 1, 1_000_000))
    .description('be a counterpart that answers by itself, for training and tests')
    .action(lazily(async () => (await import('../commands/simulate.js')).simulate))
}
