import type { Command } from 'commander'
import type { PackageId } from '#crypto/fields/fields.js'
import { lazily } from '../lazily.js'
import { packageId } from '../options/package-id.js'

/** What was sealed is sealed again, under the authority's present key. */
export function resealingCommands(root: Command): void {
  root
    .command('reseal')
    .argument(
      '[packages...]',
      'packages to seal anew',
      (text: string, before: readonly PackageId[]) => [...before, packageId(text)],
      [],
    )
    .option('--all', 'all that your authority is served, as far as the options below choose')
    .option('--sealed-under <kid>', 'those that are sealed to this key: rogatory keys needed')
    .option('--before <day>', 'those that were sealed before a day, such as 2026-03-01, or a time')
    .option('--again', 'also what is sealed to your present key already')
    .description('seal your authority’s copy of packages anew, under its present key')
    .action(lazily(async () => (await import('../commands/reseal.js')).reseal))
}
