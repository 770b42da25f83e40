import { type Command, Option } from 'commander'
import { lazily } from '../lazily.js'
import { operatorEnrolment } from './operator-enrolment.js'
import { operatorRetention } from './operator-retention.js'

/** `rogatory operator`: for whoever runs the network. */
export function operatorGroup(root: Command): void {
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
      .addOption(
        new Option('--operator-key <file>', 'operator-key.json of the operator’s folder')
          .env('ROGATORY_OPERATOR_KEY')
          .makeOptionMandatory(),
      )
      .description(description)
      .action(
        lazily(async () => {
          const { operatorSuspend } = await import('../commands/operator-suspend.js')
          return (context, authority: string) => operatorSuspend(context, standing, authority)
        }),
      )
  }
}
