import { type Command, Option } from 'commander'
import { handoffId } from '../handoff-id.js'
import { lazily } from '../lazily.js'
import { packageId } from '../package-id.js'

type Act = Parameters<(typeof import('../commands/translation-act.js'))['translationAct']>[0]
const act = async (kind: Act) =>
  (await import('../commands/translation-act.js')).translationAct(kind)

/** `rogatory translation`: documents handed to translators, and what becomes of it. */
export function translationGroup(root: Command): void {
  const translation = root
    .command('translation')
    .description('documents handed to translators, and what becomes of it')
  const about = (name: string) =>
    translation.command(name).argument('<hand-off>', 'its id', handoffId)
  const note = '--note <text>'
  const accredited = (command: Command) =>
    command
      .option('--accreditation <number>', 'your number as an accredited translator')
      .option('--accredited-by <body>', 'who gave it')

  translation
    .command('list')
    .description('what was handed to you, or by your authority')
    .action(lazily(async () => (await import('../commands/translation-list.js')).translationList))
  about('show')
    .description('one hand-off: where it stands, and what it is if it is yours')
    .action(lazily(async () => (await import('../commands/translation-show.js')).translationShow))
  translation
    .command('hand-off')
    .argument('<package>', 'the package', packageId)
    .option('--document <name...>', 'documents to translate, by name or id')
    .option('--field <name...>', 'fields of the form to translate')
    .requiredOption('--from <language>', 'BCP 47, such as ar')
    .requiredOption('--to <language>', 'BCP 47, such as fr')
    .requiredOption(
      '--purpose <text>',
      'what it is for; the translator sees it, the relay does not',
    )
    .requiredOption(
      '--translator <key...>',
      'the keys of translators, in the order in which they are asked',
    )
    .requiredOption('--accept-by <time...>', 'RFC 3339 time until which each has to accept')
    .requiredOption('--due <time...>', 'RFC 3339 time at which it is due from each')
    .option('--remind <time...>', 'RFC 3339 times of reminders')
    .option('--reviewer <key>', 'the key of a second linguist')
    .description('hand documents over to be translated: these, and nothing else of the package')
    .action(
      lazily(async () => (await import('../commands/translation-hand-off.js')).translationHandOff),
    )
  accredited(about('accept'))
    .option('--clearance <text>', 'your clearance')
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
    .option(note, 'for the authority only')
    .description('leave it to the next translator')
    .action(lazily(() => act('decline')))
  about('open')
    .requiredOption('--out <folder>', 'where the documents go')
    .option('--translation', 'what was given back, instead of the source')
    .option('--xliff', 'plain texts as XLIFF 2.1, too, for translation tools')
    .description('decrypt and verify what was handed over')
    .action(lazily(async () => (await import('../commands/translation-open.js')).translationOpen))
  about('return')
    .argument('<item=file...>', 'each translation, after the id of the item that it translates')
    .addOption(
      new Option('--machine <mark>', 'whether a machine had a hand in it')
        .choices(['none', 'post-edited', 'draft'])
        .default('none'),
    )
    .option('--partial', 'it is not all of it')
    .option(note, 'for the authority and the reviewer')
    .description('give a translation back')
    .action(
      lazily(async () => (await import('../commands/translation-return.js')).translationReturn),
    )
  about('review')
    .addOption(
      new Option('--outcome <outcome>', 'your judgement')
        .choices(['approved', 'changes-wanted'])
        .makeOptionMandatory(),
    )
    .option(note, 'for the authority only')
    .description('judge what was given back')
    .action(lazily(() => act('review')))
  accredited(about('certify'))
    .option('--instrument <treaty>', 'by which the translation prevails; else the original does')
    .description('certify that it is a translation of what was handed to you')
    .action(lazily(() => act('certify')))
  about('countersign')
    .description('stand behind a certified translation, as its reviewer')
    .action(lazily(() => act('countersign')))
  about('recall')
    .addOption(
      new Option('--ground <ground>', 'why')
        .choices(['breach', 'source-changed', 'no-longer-needed', 'mistake'])
        .makeOptionMandatory(),
    )
    .option(note, 'for your own authority only')
    .description('take a hand-off back: nothing more is given out')
    .action(lazily(() => act('recall')))
}
