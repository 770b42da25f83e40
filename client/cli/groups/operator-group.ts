import { type Command, Option } from 'commander'
import { lazily } from '../lazily.js'
import { wholeNumber } from '../options/whole-number.js'
import { operatorEnrolment } from './operator-enrolment.js'
import { operatorRetention } from './operator-retention.js'

/** `rogatory operator`: for whoever runs the network. */
export function operatorGroup(root: Command): void {
  const operatorKey = () =>
    new Option('--operator-key <file>', 'operator-key.json of the operator’s folder').env(
      'ROGATORY_OPERATOR_KEY',
    )
  const operator = root.command('operator').description('for the operator of the network')
  operatorEnrolment(operator)
  operatorRetention(operator)
  for (const [name, standing, description] of [
    ['suspend', 'suspended', 'stop the mail of an authority, and say why'],
    ['lift', 'lifted', 'let the mail of an authority go on, and say why'],
  ] as const) {
    operator
      .command(name)
      .argument('<authority>', 'its id, such as xa.moj')
      .requiredOption('--reason <text>', 'published, signed and logged')
      .requiredOption('--relay <origin>', 'the relay, such as https://relay.example')
      .addOption(operatorKey().makeOptionMandatory())
      .description(description)
      .action(
        lazily(async () => {
          const { operatorSuspend } = await import('../commands/operator-suspend.js')
          return (context, authority: string) => operatorSuspend(context, standing, authority)
        }),
      )
  }
  const looking = (name: string) =>
    operator
      .command(name)
      .addOption(operatorKey().default('.rogatory/operator/operator-key.json'))
      .option('--trust <file>', 'trust list of the network (default: that of the home)')
      .addOption(new Option('--relay-id <id>').env('RELAY_ID').makeOptionMandatory())
      .addOption(new Option('--origin <url>').env('RELAY_ORIGIN').makeOptionMandatory())
  looking('status')
    .description(
      'how relay, workers, log and network stand; exit code 7 where somebody has to look at something',
    )
    .action(lazily(async () => (await import('../commands/operator-status.js')).operatorStatus))
  looking('audit')
    .option('--authority <id>', 'only what is about this authority; of retention the relay')
    .option('--code <code>', 'only evidence of this code, X.1 to X.8')
    .option('--since <time>', 'taken by the relay then or later, such as 2026-03-01T00:00:00Z')
    .option('--until <time>', 'taken before then')
    .option('--most <number>', 'at most so many', wholeNumber('--most', 1, 10_000), 100)
    .description(
      'who stated what of the directory, enrolment and retention, newest first, each verified; exit code 4 where one does not verify',
    )
    .action(lazily(async () => (await import('../commands/operator-audit.js')).operatorAudit))
  operator
    .command('board')
    .addOption(
      new Option('--board <origin>', 'the board’s address, as your browser reaches it')
        .env('BOARD_ORIGIN')
        .default('http://127.0.0.1:9480'),
    )
    .addOption(operatorKey().default('.rogatory/operator/operator-key.json'))
    .description('a link that shows the relay’s queues, to look at; good once')
    .action(lazily(async () => (await import('../commands/operator-board.js')).operatorBoard))
}
