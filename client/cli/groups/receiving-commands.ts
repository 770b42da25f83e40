import type { Command } from 'commander'
import { languageOption } from '../options/language-option.js'
import { lazily } from '../lazily.js'
import { packageId } from '../options/package-id.js'
import { wholeNumber } from '../options/whole-number.js'

/** What comes in, and what became of what went out. */
export function receivingCommands(root: Command): void {
  root
    .command('inbox')
    .description('packages received, newest first')
    .option('--sent', 'packages sent instead')
    .option('--mine', 'of cases that you have')
    .option('--limit <number>', 'how many', wholeNumber('--limit', 1, 10_000), 25)
    .action(lazily(async () => (await import('../commands/inbox.js')).inbox))
  root
    .command('assign')
    .argument('<id>', 'a case, or a package of it')
    .option('--to <officer>', 'name, id or key of a colleague (default: yourself)')
    .option('--release', 'hand it back instead: nobody has it')
    .description('say who of your authority has a case; nobody else learns of it')
    .action(lazily(async () => (await import('../commands/assign.js')).assign))
  root
    .command('open')
    .argument('<id>', 'the package', packageId)
    .requiredOption('--out <folder>', 'where the documents go')
    .addOption(languageOption())
    .description('decrypt and verify a package')
    .action(lazily(async () => (await import('../commands/open.js')).open))
  root
    .command('show')
    .argument('<id>', 'the package', packageId)
    .addOption(languageOption())
    .description('read a package’s form in your language, without its documents')
    .action(lazily(async () => (await import('../commands/show.js')).show))
  root
    .command('acknowledge')
    .argument('<id>', 'the package', packageId)
    .option('--reject <reason>', 'reject the consignment instead, saying why')
    .option('--confirms <oral>', 'the oral request that it confirms: rogatory duty oral list')
    .description('sign a receipt over what was decrypted and verified')
    .action(lazily(async () => (await import('../commands/acknowledge.js')).acknowledge))
  root
    .command('status')
    .argument('<id>', 'the package', packageId)
    .description('what became of a package: its evidence, and the receipt against your own copy')
    .action(lazily(async () => (await import('../commands/status.js')).status))
  root
    .command('search')
    .argument('<words...>', 'ids, numbers, names, words, digests: all of them, in any order')
    .option('--limit <number>', 'how many', wholeNumber('--limit', 1, 10_000), 25)
    .option('--rebuild', 'make the index anew')
    .description(
      'search what your authority has sent, received and drafted; the relay is not asked',
    )
    .action(lazily(async () => (await import('../commands/search.js')).search))
  root
    .command('watch')
    .option(
      '--after <position>',
      'replay events after this leaf of the log; -1 replays all',
      wholeNumber('--after', -1, Number.MAX_SAFE_INTEGER),
      -1,
    )
    .option('--count <number>', 'end after so many events', wholeNumber('--count', 1, 1_000_000))
    .description('events of your authority as they happen; with --json one document a line')
    .action(lazily(async () => (await import('../commands/watch.js')).watch))
}
