import { type Command, Option } from 'commander'
import { handoffId } from '../options/handoff-id.js'
import { lazily } from '../lazily.js'
import { packageId } from '../options/package-id.js'
import { orderOptions } from './translation-order-options.js'
import { linguistCommands } from './translation-linguist-group.js'

const EXAMPLES = `
An officer hands over, and sees to it:
  rogatory translation translators --from ar --to fr
  rogatory translation hand-off PACKAGE --document request.txt --to fr \\
    --purpose "Service abroad" --rotation 2 --due 2026-03-10T12:00:00Z --reviewer "Rita Reviewer"
  rogatory translation list
  rogatory translation reassign HANDOFF --translator "Tove Translator" \\
    --purpose "Service abroad" --due 2026-03-12T12:00:00Z

A translator takes it on and gives it back:
  rogatory translation accept HANDOFF
  rogatory translation open HANDOFF --out work
  rogatory translation return HANDOFF work/request.txt.xlf
  rogatory translation certify HANDOFF

A reviewer judges, and stands behind what was certified:
  rogatory translation open HANDOFF --translation --out review
  rogatory translation review HANDOFF --outcome changes-wanted --note "page 2: the date"
  rogatory translation countersign HANDOFF`

/** `rogatory translation`: documents handed to translators, and what becomes of it. */
export function translationGroup(root: Command): void {
  const translation = root
    .command('translation')
    .description('documents handed to translators, and what becomes of it')
    .addHelpText('after', EXAMPLES)
  const about = (name: string) =>
    translation.command(name).argument('<hand-off>', 'its id', handoffId)

  translation
    .command('list')
    .option('--all', 'everything that is yours to see')
    .description('what waits for you: to hand off anew, accept, return, review, certify')
    .action(lazily(async () => (await import('../commands/translation-list.js')).translationList))
  about('show')
    .description('one hand-off: where it stands, and what it is if it is yours')
    .action(lazily(async () => (await import('../commands/translation-show.js')).translationShow))
  about('statement')
    .description('what was certified, by whom, and who stands behind it')
    .action(
      lazily(
        async () => (await import('../commands/translation-statement.js')).translationStatement,
      ),
    )
  translation
    .command('translators')
    .option('--from <language>', 'who translates from it, such as ar')
    .option('--to <language>', 'and into it, such as fr')
    .option('--of <authority...>', 'of these authorities, too')
    .description('who can be handed something: yours, those of providers, and what speaks for them')
    .action(
      lazily(
        async () => (await import('../commands/translation-translators.js')).translationTranslators,
      ),
    )
  orderOptions(translation.command('hand-off'))
    .argument('[package]', 'the package; without one, --file', packageId)
    .option('--document <name...>', 'documents to translate, by name or id')
    .option('--all', 'all its documents')
    .option('--field <name...>', 'fields of the form to translate')
    .option(
      '--file <path...>',
      'without a package: files that are to be translated before they are sent',
    )
    .option('--form <file>', 'without a package: the filled form, for --field')
    .option('--template <template>', 'of a form in JSON, such as mla-request@2')
    .option('--from <language>', 'BCP 47; left out, what the form names as its original')
    .requiredOption('--to <language>', 'BCP 47, such as fr')
    .option('--supersedes <hand-off>', 'one of an older source: it is recalled', handoffId)
    .description('hand documents over to be translated: these, and nothing else of the package')
    .action(
      lazily(async () => (await import('../commands/translation-hand-off.js')).translationHandOff),
    )
  orderOptions(about('reassign'))
    .option('--field <name...>', 'fields of the form, as before')
    .addOption(
      new Option('--ground <ground>', 'why it is taken away; after a breach keys are made anew')
        .choices(['reassigned', 'breach', 'mistake'])
        .default('reassigned'),
    )
    .description('take it from its translator, and hand the same over to others')
    .action(
      lazily(async () => (await import('../commands/translation-reassign.js')).translationReassign),
    )
  about('recall')
    .addOption(
      new Option('--ground <ground>', 'why')
        .choices(['breach', 'source-changed', 'no-longer-needed', 'mistake'])
        .makeOptionMandatory(),
    )
    .option('--note <text>', 'for your own authority only; translation show shows it')
    .description('take a hand-off back: nothing more is given out')
    .action(
      lazily(async () => (await import('../commands/translation-act.js')).translationAct('recall')),
    )
  translation
    .command('breach')
    .argument('<key>', 'of the translator')
    .description('take back everything of yours that a translator has, or would get in their turn')
    .action(
      lazily(async () => (await import('../commands/translation-breach.js')).translationBreach),
    )
  linguistCommands(about)
}
