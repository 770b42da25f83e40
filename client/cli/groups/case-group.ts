import { type Command, Option } from 'commander'
import { lazily } from '../lazily.js'
import { withMarks } from '../options/marks-options.js'
import { packageId } from '../options/package-id.js'
import { wholeNumber } from '../options/whole-number.js'

/** Words for the acts of everyday: the template of each is in the table of acts. */
const SHORT = {
  register: ['registration', 'tell the requesting authority the registration number'],
  ask: ['supplement-request', 'ask for what is missing'],
  supplement: ['supplement', 'supply what was asked for'],
  accept: ['acceptance', 'accept a request'],
  refuse: ['refusal', 'refuse a request, with coded grounds and reasons'],
  postpone: ['postponement', 'postpone execution, with ground and reasons'],
  execute: ['execution', 'send what was executed'],
  withdraw: ['withdrawal', 'withdraw an own request'],
  close: ['closure', 'close a case'],
  remind: ['reminder', 'remind the requested authority'],
  fulfil: ['fulfilment', 'say, or confirm, that obligations of the register are fulfilled'],
  release: ['release', 'release the other side from obligations of the register'],
} as const

/** `rogatory case …`, `answer` and the acts of everyday. */
export function caseGroup(root: Command): void {
  const group = root.command('case').description('requests, and what has become of them')
  group
    .command('list')
    .description('your cases, the newest first')
    .option('--mine', 'those that you have')
    .option('--limit <number>', 'how many', wholeNumber('--limit', 1, 1000), 25)
    .action(lazily(async () => (await import('../commands/case-list.js')).caseList))
  group
    .command('show')
    .argument('<case>', 'its id')
    .description('one case from its evidence: state, history, and what may be done next')
    .action(lazily(async () => (await import('../commands/case-show.js')).caseShow))
  group
    .command('register')
    .argument('<case>', 'its id')
    .option('--all', 'what is fulfilled, released or void, too')
    .description('assurances, conditions and limits of use: who owes what, and until when')
    .action(lazily(async () => (await import('../commands/case-register.js')).caseRegister))

  root
    .command('clocks')
    .description('deadlines of your cases: what they rest on, and when they are due')
    .option('--case <id>', 'of this case only (default: of your 50 newest)')
    .option('--watch', 'have the relay warn of them; it learns moments, and not of what')
    .option('--all', 'those that have ended, too')
    .option(
      '--rules <file>',
      'own rules by instrument or counterpart, JSON; they go before the defaults',
    )
    .action(lazily(async () => (await import('../commands/clocks.js')).clocks))

  const saying = (command: Command) =>
    withMarks(command)
      .argument('<package>', 'the package that this answers', packageId)
      .option('--form <file>', 'the filled form, YAML or JSON')
      .option('--set <name=value...>', 'fields of the form, over those of the file')
      .option('--attach <file...>', 'documents')
      .option('--to <authority...>', 'further recipients, such as who a request is redirected to')
      .addOption(
        new Option('--urgency <level>', 'how urgent (default: as what it answers)').choices([
          'routine',
          'urgent',
          'emergency',
        ]),
      )
      .option('--confirms <oral>', 'the oral request that it confirms: rogatory duty oral list')
  saying(root.command('answer'))
    .requiredOption('--template <id>', 'such as refusal, with its version where it is not 1')
    .description('say something about a package of a case; refused if the case does not allow it')
    .action(lazily(async () => (await import('../commands/answer.js')).answer))
  for (const [word, [template, description]] of Object.entries(SHORT)) {
    saying(root.command(word))
      .description(`${description} (${template})`)
      .action(lazily(async () => (await import('../commands/answer.js')).act(template)))
  }
}
