import type { Command } from 'commander'
import { lazily } from '../lazily.js'
import { operatorOptions } from '../options/operator-options.js'
import { wholeNumber } from '../options/whole-number.js'

/** What the operator does to take an authority in. */
export function operatorEnrolment(operator: Command): void {
  const as = (name: string) => operatorOptions(operator.command(name))
  as('invite')
    .description('make an invitation: good once, for one authority')
    .requiredOption('--authority <id>', 'the authority, such as xc.moj')
    .requiredOption('--name <name>', 'its name, as its certificate will have it')
    .option('--days <number>', 'how long it is good', wholeNumber('--days', 1, 90), 14)
    .action(lazily(async () => (await import('../commands/operator-invite.js')).operatorInvite))
  as('requests')
    .description('applications that wait for your decision')
    .action(lazily(async () => (await import('../commands/operator-requests.js')).operatorRequests))
  as('show')
    .argument('<id>', 'the application, or how its id begins')
    .description('what is asked, and what the certificate would say')
    .action(lazily(async () => (await import('../commands/operator-requests.js')).operatorShow))
  as('approve')
    .argument('<id>', 'the application, or how its id begins')
    .requiredOption('--fingerprint <digits>', 'as the authority has read it to you')
    .description('issue the certificate, or accept the one presented')
    .action(lazily(async () => (await import('../commands/operator-decide.js')).operatorApprove))
  as('refuse')
    .argument('<id>', 'the application, or how its id begins')
    .requiredOption('--reason <text>', 'what the authority is told')
    .description('refuse the application')
    .action(lazily(async () => (await import('../commands/operator-decide.js')).operatorRefuse))
}
