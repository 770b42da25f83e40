import { type Command, Option } from 'commander'
import { LANGUAGES } from '../../languages/language.js'
import { lazily } from '../lazily.js'
import { wholeNumber } from '../options/whole-number.js'

/** What a court is given, and how it verifies. */
export function courtCommands(root: Command): void {
  root
    .command('disclosure')
    .argument('<case>', 'its id')
    .requiredOption('--out <folder>', 'the pack; a folder that is not there yet')
    .option(
      '--withhold <what=reason...>',
      'leave this out, and say why: a document (id, or a name that only one has), PACKAGE/form, or PACKAGE',
    )
    .option('--redacted <document=file...>', 'a redacted version, in place of a document withheld')
    .option(
      '--despite-marks <package=reason...>',
      'disclose a package although its marks forbid it or want leave',
    )
    .addOption(
      new Option('--lang <language>', 'language of cover and certificates')
        .choices(LANGUAGES)
        .default('en'),
    )
    .option(
      '--wait <seconds>',
      'wait so long for checkpoint and time-stamp, for each package',
      wholeNumber('--wait', 0, 86_400),
      90,
    )
    .description(
      'make the disclosure pack of a case for the defence: all that was sent, what is withheld named',
    )
    .action(lazily(async () => (await import('../commands/disclosure.js')).disclosure))
  root
    .command('verify')
    .argument(
      '<bundle>',
      'the file that “rogatory proof” wrote, or the folder of “rogatory disclosure”',
    )
    .option('--document <file...>', 'documents to match with what was sent')
    .option('--against <bundle>', 'hold another bundle against it, such as the other side’s')
    .option('--trust <file>', 'trust list (default: the one of your home)')
    .description('verify a proof bundle or a disclosure pack offline')
    .action(lazily(async () => (await import('../commands/verify.js')).verify))
  root
    .command('certificate')
    .argument('<bundle>')
    .requiredOption('--out <file>', 'the certificate, such as case.pdf')
    .addOption(
      new Option('--lang <language>', 'language of the certificate')
        .choices(LANGUAGES)
        .default('en'),
    )
    .option('--translation', 'of the certified translations in it, in both languages')
    .option('--document <file...>', 'documents to match with what was sent')
    .option('--trust <file>', 'trust list (default: the one of your home)')
    .option('--sign <file>', 'sign the PDF with an identity, PKCS#12')
    .description('make a certificate of transmission and receipt (PDF) from a proof bundle')
    .action(lazily(async () => (await import('../commands/certificate.js')).certificate))
  root
    .command('verifier')
    .requiredOption('--out <file>', 'the page, such as rogatory-verifier.html')
    .description(
      'write out the page that verifies bundles in a browser, for a court without a network',
    )
    .action(lazily(async () => (await import('../commands/verifier.js')).verifier))
}
