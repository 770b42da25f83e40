import { type Command, Option } from 'commander'
import { lazily } from '../lazily.js'
import { wholeNumber } from '../options/whole-number.js'
import { authorityKeysOptions } from './authority-keys-options.js'
import { securityKeysGroup } from './security-keys-group.js'

/** `rogatory officer`: who acts for the authority. */
export function officerGroup(root: Command): void {
  const officer = root.command('officer').description('who acts for your authority')
  officer
    .command('list')
    .description('keys that your authority has vouched for, and how they stand')
    .action(lazily(async () => (await import('../commands/officer-list.js')).officerList))
  authorityKeysOptions(officer.command('add'))
    .requiredOption('--keys <file>', 'public halves that the newcomer’s “keys create” has written')
    .requiredOption('--name <name>', 'who it is')
    .requiredOption('--roles <role...>', 'case registrar duty translator legal admin witness')
    .description('vouch for a newcomer and open the vault to them')
    .action(lazily(async () => (await import('../commands/officer-add.js')).officerAdd))
  authorityKeysOptions(officer.command('remove'))
    .argument('<who>', 'name, or key')
    .addOption(
      new Option('--reason <reason>', 'why')
        .choices(['left', 'superseded', 'compromised'])
        .default('left'),
    )
    .option(
      '--overlap-minutes <minutes>',
      'how long packages sealed before still go through',
      wholeNumber('--overlap-minutes', 0, 10_080),
      60,
    )
    .description('revoke a key, close the vault to it, and have senders seal to a new key')
    .action(lazily(async () => (await import('../commands/officer-remove.js')).officerRemove))
  authorityKeysOptions(officer.command('policy'))
    .requiredOption(
      '--approvals <number>',
      'how many other officers have to approve what one sends',
      wholeNumber('--approvals', 0, 3),
    )
    .description('four eyes: say in your entry how many approvals a package needs')
    .action(lazily(async () => (await import('../commands/officer-policy.js')).officerPolicy))
  authorityKeysOptions(officer.command('translator'))
    .argument('<who>', 'name, or key')
    .option('--pair <from:to...>', 'BCP 47 tags, such as ar:fr en:fr')
    .option('--accreditation <number>', 'the number')
    .option('--accredited-by <body>', 'who gave it')
    .option('--clearance <text>', 'up to which classification')
    .option('--capacity <number>', 'hand-offs at a time', wholeNumber('--capacity', 1, 100), 3)
    .option('--confidentiality-since <day>', 'an undertaking of confidentiality was given')
    .option('--conflicts-declared <day>', 'interests that may conflict were declared')
    .option('--withdraw', 'offer them no more')
    .description('vouch for what a translator is; whoever hands documents over chooses by it')
    .action(
      lazily(async () => (await import('../commands/officer-translator.js')).officerTranslator),
    )
  authorityKeysOptions(officer.command('roles'))
    .argument('<who>', 'name, or key')
    .requiredOption('--roles <role...>', 'case registrar duty translator legal admin witness')
    .description('give an officer other roles')
    .action(lazily(async () => (await import('../commands/officer-roles.js')).officerRoles))
  securityKeysGroup(officer)
}
