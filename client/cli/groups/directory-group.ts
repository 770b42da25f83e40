import { type Command, Option } from 'commander'
import { lazily } from '../lazily.js'
import { authorityKeysOptions } from './authority-keys-options.js'

/** `rogatory directory …`: who is who. */
export function directoryGroup(root: Command): void {
  const directory = root.command('directory').description('who is who')
  const sought = (command: Command) =>
    command
      .option('--state <code>', 'of this State, ISO 3166-1 such as XA')
      .option('--function <function>', 'competent for it, such as extradition')
      .option('--instrument <treaty>', 'designated under it, such as UNTOC')
      .option('--language <tag>', 'takes requests in it, BCP 47 such as fr')
      .option('--search <words>', 'words in its names or its id')
  sought(directory.command('list'))
    .description('authorities that can be written to')
    .action(lazily(async () => (await import('../commands/directory-list.js')).directoryList))
  directory
    .command('show')
    .argument('<authority>', 'its id, such as xa.moj')
    .description('one entry: contact, languages, keys, versions')
    .action(lazily(async () => (await import('../commands/directory-show.js')).directoryShow))
  directory
    .command('own')
    .option('--out <file>', 'write it to a file')
    .description('what your entry says, as “directory edit” takes it')
    .action(lazily(async () => (await import('../commands/directory-own.js')).directoryOwn))
  authorityKeysOptions(directory.command('edit'))
    .argument('<file>', 'JSON as “directory own” writes it; what is left out stays as it is')
    .option('--yes', 'sign without asking')
    .description('change what your entry says; the difference is shown before it is signed')
    .action(lazily(async () => (await import('../commands/directory-edit.js')).directoryEdit))
  sought(directory.command('export'))
    .requiredOption('--out <file>', 'where it goes')
    .addOption(new Option('--format <format>', 'form').choices(['csv', 'json']).default('json'))
    .description('write public contact data, imported contacts too')
    .action(lazily(async () => (await import('../commands/directory-export.js')).directoryExport))
  directory
    .command('import')
    .argument('<file>', 'CSV or JSON as “directory export” writes it')
    .description('keep contacts of authorities that are not on the relay')
    .action(lazily(async () => (await import('../commands/directory-import.js')).directoryImport))
  directory
    .command('changes')
    .option('--out <file>', 'write what is remembered, for “directory compare” elsewhere')
    .description('keys and versions that changed since this home first saw them')
    .action(lazily(async () => (await import('../commands/directory-changes.js')).directoryChanges))
  directory
    .command('compare')
    .argument('<file>', 'what another home wrote with “directory changes --out”')
    .description('whether the relay shows you the history that it shows others')
    .action(lazily(async () => (await import('../commands/directory-compare.js')).directoryCompare))
}
