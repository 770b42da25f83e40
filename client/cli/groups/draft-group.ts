import { type Command, Option } from 'commander'
import { draftId } from '../options/draft-id.js'
import { lazily } from '../lazily.js'
import { wholeNumber } from '../options/whole-number.js'
import { packageOptions } from './package-options.js'

const version = (option: string) => wholeNumber(option, 1, 1_000_000)

/** `rogatory draft`: what the officers of an authority write together. */
export function draftGroup(root: Command): void {
  const draft = root
    .command('draft')
    .description('what your authority is writing, shared by its officers')
  packageOptions(draft.command('new'))
    .option('--title <text>', 'how your colleagues find it')
    .description('begin a draft')
    .action(lazily(async () => (await import('../commands/draft-new.js')).draftNew))
  draft
    .command('list')
    .description('the drafts of your authority, the one changed last first')
    .action(lazily(async () => (await import('../commands/draft-list.js')).draftList))
  draft
    .command('show')
    .argument('<draft>', 'its id', draftId)
    .option('--version <number>', 'an earlier version, or one kept aside', version('--version'))
    .option('--out <file>', 'write the form to a file')
    .description('one draft: content, versions, approvals')
    .action(lazily(async () => (await import('../commands/draft-show.js')).draftShow))
  packageOptions(draft.command('edit'))
    .argument('<draft>', 'its id', draftId)
    .option('--title <text>', 'how your colleagues find it')
    .option(
      '--based-on <version>',
      'the version that your changes were made from',
      version('--based-on'),
    )
    .option('--restore <version>', 'begin from an earlier version', version('--restore'))
    .addOption(
      new Option('--resolve <how>', 'settle a version that was kept aside').choices([
        'yours',
        'theirs',
        'merge',
      ]),
    )
    .option('--aside <version>', 'which one, if there are several', version('--aside'))
    .description('change a draft; if somebody else was first, yours is kept aside')
    .action(lazily(async () => (await import('../commands/draft-edit.js')).draftEdit))
  draft
    .command('return')
    .argument('<draft>', 'its id', draftId)
    .option('--note <text>', 'what is to be changed')
    .option('--header <digest>', 'only if it is this header: what you have read')
    .description('send what waits for approval back to be changed; its approvals fall')
    .action(lazily(async () => (await import('../commands/draft-return.js')).draftReturn))
  draft
    .command('discard')
    .argument('<draft>', 'its id', draftId)
    .description('throw a draft away, for everybody')
    .action(lazily(async () => (await import('../commands/draft-discard.js')).draftDiscard))
}
