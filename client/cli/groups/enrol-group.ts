import { type Command, Option } from 'commander'
import { lazily } from '../lazily.js'

/** `rogatory enrol`: for an authority that comes in from nothing. */
export function enrolGroup(root: Command): void {
  const enrol = root.command('enrol').description('enrol your authority in a network')
  const out = ['--out <folder>', 'where your authority’s files go (default: your home)'] as const
  enrol
    .command('begin')
    .description('make the identity key and apply; prints the fingerprint to read out')
    .requiredOption('--invitation <file>', 'what the operator has sent you')
    .requiredOption('--entry <file>', 'what your authority says of itself, JSON')
    .requiredOption(
      '--officer <name:roles...>',
      'such as "Alma Reyes:admin,case"; the first an admin',
    )
    .requiredOption('--trust <file>', 'the trust list of the network, from a source that you trust')
    .option(
      '--certificate <file>',
      'a national certificate and its issuers, PEM or PKCS#12, instead of a request',
    )
    .option('--key <file>', 'its key, PKCS#8 in PEM, unless PKCS#12 holds it')
    .option(...out)
    .addOption(
      new Option('--suite <suite>', 'algorithms')
        .choices(['x25519', 'p256', 'p384'])
        .default('x25519'),
    )
    .action(lazily(async () => (await import('../commands/enrol-begin.js')).enrolBegin))
  enrol
    .command('status')
    .description('what has become of the application')
    .option(...out)
    .action(lazily(async () => (await import('../commands/enrol-status.js')).enrolStatus))
  enrol
    .command('complete')
    .description('once approved: take the certificate, publish entry and officers')
    .option(...out)
    .action(lazily(async () => (await import('../commands/enrol-complete.js')).enrolComplete))
}
