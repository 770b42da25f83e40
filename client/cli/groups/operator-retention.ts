import type { Command } from 'commander'
import { lazily } from '../lazily.js'
import { operatorOptions } from '../options/operator-options.js'

const several = (value: string, before: readonly string[] = []) => [...before, value]

/** How long the relay keeps content, and what is kept from deletion. */
export function operatorRetention(operator: Command): void {
  const retention = operator
    .command('retention')
    .description('how long the relay keeps the content of packages')
  operatorOptions(retention.command('show'))
    .description('the schedule in force')
    .action(lazily(async () => (await import('../commands/operator-retention.js')).retentionShow))
  operatorOptions(retention.command('set'))
    .description('change it: what is not named stays. What is deleted nobody brings back')
    .option('--routine <days>', 'after the last recipient’s outcome; or: never')
    .option('--urgent <days>', 'the same of urgent packages')
    .option('--emergency <days>', 'the same of emergencies')
    .option('--undecided <days>', 'while a recipient has neither accepted nor rejected')
    .action(lazily(async () => (await import('../commands/operator-retention.js')).retentionSet))

  const hold = operator
    .command('hold')
    .description('legal holds: what is kept whatever the schedule says')
  operatorOptions(hold.command('place'))
    .argument('<name>', 'your name of it, such as court-2026-17')
    .requiredOption('--reason <text>', 'for whoever asks later; shown to the operator alone')
    .option('--package <id>', 'a package; repeat for more', several)
    .option('--case <id>', 'or every package of a case')
    .option('--authority <id>', 'or every package that an authority sent or received')
    .description('keep content from deletion')
    .action(lazily(async () => (await import('../commands/operator-hold.js')).holdPlace))
  operatorOptions(hold.command('lift'))
    .argument('<name>', 'as it was placed')
    .requiredOption('--reason <text>', 'for whoever asks later')
    .description('let it go again')
    .action(lazily(async () => (await import('../commands/operator-hold.js')).holdLift))
  operatorOptions(hold.command('list'))
    .description('every hold, lifted ones too')
    .action(lazily(async () => (await import('../commands/operator-hold.js')).holdList))
}
