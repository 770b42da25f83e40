import { type Command, Option } from 'commander'
import { lazily } from '../lazily.js'
import { wholeNumber } from '../options/whole-number.js'
import { authorityKeysOptions } from './authority-keys-options.js'

/** `rogatory keys`: an officer's own keys, and those of the authority. */
export function keysGroup(root: Command): void {
  const keys = root.command('keys').description('your own keys, and your authority’s')
  keys
    .command('create')
    .description('make an officer’s keys, protected by a passphrase')
    .requiredOption('--authority <id>', 'the authority you act for, such as xa.moj')
    .option('--out <file>', 'where the keystore goes (default: officer.keystore in your home)')
    .addOption(
      new Option('--suite <suite>', 'algorithms')
        .choices(['x25519', 'p256', 'p384'])
        .default('x25519'),
    )
    .action(lazily(async () => (await import('../commands/keys-create.js')).keysCreate))
  keys
    .command('status')
    .description(
      'when keys, entry, certificate and credentials end; exit code 7 when one does soon',
    )
    .action(lazily(async () => (await import('../commands/keys-status.js')).keysStatus))
  keys
    .command('needed')
    .description('what each key of your authority’s vault still opens, and whether it may go')
    .action(lazily(async () => (await import('../commands/keys-needed.js')).keysNeeded))
  keys
    .command('destroy')
    .description('take a key that opens nothing any more out of the vault, for good')
    .requiredOption('--kid <kid>', 'the key; see: rogatory keys needed')
    .option(
      '--without-translations',
      'the certified translations that it opens were fetched, or are given up',
    )
    .option('--yes', 'do not ask')
    .action(lazily(async () => (await import('../commands/keys-destroy.js')).keysDestroy))
  for (const [name, days, description] of [
    ['rotate', 14, 'new operational keys, the old ones serving on for a while'],
    ['renew', 30, 'new keys and entry for another year, and a certificate request when it is due'],
  ] as const) {
    const command = authorityKeysOptions(keys.command(name)).description(description)
    if (name === 'renew') {
      command
        .option('--certificate <file>', 'install this renewed certificate first, PEM or PKCS#12')
        .option('--key <file>', 'its key, PKCS#8 in PEM, if it is another than before')
    }
    command
      .option(
        '--overlap-days <days>',
        'how long the old keys serve on; 0 when they are stolen',
        wholeNumber('--overlap-days', 0, 90),
        days,
      )
      .action(
        lazily(async () => {
          const { keysRotate } = await import('../commands/keys-rotate.js')
          return (context) => keysRotate(context, name)
        }),
      )
  }
  authorityKeysOptions(keys.command('certificate'))
    .description('the certificates of your authority; --install puts a renewed one in')
    .option('--install <file>', 'the renewed certificate and its issuers, PEM or PKCS#12')
    .option('--key <file>', 'its key, PKCS#8 in PEM, if it is another than before')
    .option(
      '--invitation <file>',
      'do not install it yet: ask the operator, who sent you this, to approve another root than before',
    )
    .action(lazily(async () => (await import('../commands/keys-certificate.js')).keysCertificate))
  keys
    .command('passphrase')
    .description('put your keystore, or your authority’s folder, under another passphrase')
    .option('--authority-keys <folder>', 'the authority’s folder instead of your own keystore')
    .option('--authority-passphrase-file <file>', 'read its passphrase now from a file')
    .option('--new-passphrase-file <file>', 'read the new passphrase from a file')
    .action(lazily(async () => (await import('../commands/keys-passphrase.js')).keysPassphrase))
  authorityKeysOptions(keys.command('revoke'))
    .description('a key of an officer was stolen: it proves nothing since a moment')
    .requiredOption('--kid <kid>', 'the key; see: rogatory officer list')
    .requiredOption('--since <time>', 'RFC 3339 time since which somebody else may have had it')
    .action(lazily(async () => (await import('../commands/keys-revoke.js')).keysRevoke))
  keys
    .command('impact')
    .description('which packages and receipts a revocation leaves provable, and which not')
    .requiredOption('--kid <kid>', 'the key')
    .requiredOption('--since <time>', 'RFC 3339 time since which it proves nothing')
    .action(lazily(async () => (await import('../commands/keys-impact.js')).keysImpact))
}
