import { type Command, Option } from 'commander'
import { lazily } from '../lazily.js'
import { packageId } from '../options/package-id.js'
import { wholeNumber } from '../options/whole-number.js'

/** `rogatory proof`: bundles that prove, and keep proving. `rogatory proof <id>` is `proof export`. */
export function proofGroup(root: Command): void {
  const proof = root.command('proof').description('export proof bundles, and keep them proving')
  const exporting = (command: Command) =>
    command
      .argument('<id>', 'the package', packageId)
      .requiredOption('--out <file>', 'the bundle, such as case.rogatory-proof')
      .option('--disclose-manifest', 'disclose the manifest, so that documents can be matched')
      .option('--disclose <parts>', 'disclose only these parts: ids or file names, by commas')
      .option(
        '--translation <what...>',
        'with these translations of its documents: ids of hand-offs, or .rogatory-translation files',
      )
      .option(
        '--wait <seconds>',
        'wait so long for checkpoint and time-stamp',
        wholeNumber('--wait', 0, 86_400),
        90,
      )
  exporting(proof.command('export', { isDefault: true }))
    .description('export a proof bundle; “rogatory proof <id>” does the same')
    .action(lazily(async () => (await import('../commands/proof.js')).proof))
  exporting(proof.command('absence'))
    .option('--recipient <authority...>', 'whose receipt (default: all who have handed in none)')
    .description('export it with the relay’s signed word that a receipt is not in its log')
    .action(lazily(async () => (await import('../commands/proof-absence.js')).proofAbsence))
  proof
    .command('renew')
    .argument('<bundle...>', 'the files')
    .addOption(
      new Option('--tsa <url...>', 'time-stamping authorities (RFC 3161), one or several')
        .env('ROGATORY_TSA')
        .makeOptionMandatory(),
    )
    .option('--out <folder>', 'write renewed bundles there (default: in place of the old ones)')
    .option('--trust <file>', 'trust list (default: the one of your home)')
    .description('stamp bundles anew, before certificates and algorithms age')
    .action(lazily(async () => (await import('../commands/proof-renew.js')).proofRenew))
  proof
    .command('ageing')
    .argument('<paths...>', 'bundles, or folders of them')
    .option(
      '--within <days>',
      'exit with code 7 if any must be renewed within so many days',
      wholeNumber('--within', 0, 36_500),
      90,
    )
    .option('--policy <file>', 'JSON: until when algorithms are relied on (default: NIST’s dates)')
    .option('--trust <file>', 'trust list (default: the one of your home)')
    .description('list when bundles must be renewed, the first to age first')
    .action(lazily(async () => (await import('../commands/proof-ageing.js')).proofAgeing))
}
