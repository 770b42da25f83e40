import { type Command, Option } from 'commander'
import { lazily } from '../lazily.js'

type Act = Parameters<(typeof import('../commands/translation-act.js'))['translationAct']>[0]
const act = async (kind: Act) =>
  (await import('../commands/translation-act.js')).translationAct(kind)

const accredited = (command: Command) =>
  command
    .option('--accreditation <number>', 'your number (default: the one your authority vouches for)')
    .option('--accredited-by <body>', 'who gave it')

/** What translators and reviewers do. @param about - begins a command about one hand-off. */
export function linguistCommands(about: (name: string) => Command): void {
  accredited(about('accept'))
    .option('--clearance <text>', 'your clearance (default: the one your authority vouches for)')
    .description(
      'take it on; you declare confidentiality, and that there is no conflict of interest',
    )
    .action(lazily(() => act('accept')))
  about('decline')
    .addOption(
      new Option('--reason <reason>', 'why')
        .choices(['capacity', 'conflict', 'language', 'clearance', 'deadline', 'other'])
        .makeOptionMandatory(),
    )
    .option('--note <text>', 'for the authority that handed it off')
    .description('leave it to the next translator')
    .action(lazily(() => act('decline')))
  about('open')
    .requiredOption('--out <folder>', 'where the documents go')
    .option('--translation', 'what was given back, instead of the source')
    .option('--no-xliff', 'no XLIFF 2.1 beside plain texts, for translation tools')
    .description('decrypt and verify what was handed over')
    .action(lazily(async () => (await import('../commands/translation-open.js')).translationOpen))
  about('return')
    .argument('<file...>', 'translations: XLIFF (.xlf), the one document, or ITEM=FILE for each')
    .addOption(
      new Option('--machine <mark>', 'whether a machine had a hand in it; it stays marked for ever')
        .choices(['none', 'post-edited', 'draft'])
        .default('none'),
    )
    .option('--partial', 'it is not all of it')
    .option('--note <text>', 'for the authority and the reviewer')
    .description('give a translation back')
    .action(
      lazily(async () => (await import('../commands/translation-return.js')).translationReturn),
    )
  about('review')
    .addOption(
      new Option('--outcome <outcome>', 'your judgement: changes-wanted sends it back')
        .choices(['approved', 'changes-wanted'])
        .makeOptionMandatory(),
    )
    .option('--note <text>', 'for the authority and the translator; translation show shows it')
    .description('judge what was given back')
    .action(lazily(() => act('review')))
  accredited(about('certify'))
    .option('--instrument <treaty>', 'by which the translation prevails; else the original does')
    .description('certify that it is a translation of what was handed to you')
    .action(lazily(() => act('certify')))
  about('countersign')
    .description('stand behind a certified translation, as its reviewer')
    .action(lazily(() => act('countersign')))
}
