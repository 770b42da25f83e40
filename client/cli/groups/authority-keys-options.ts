import { type Command, Option } from 'commander'

/** Options of every command that acts with the keys of the authority itself. */
export const authorityKeysOptions = (command: Command): Command =>
  command
    .addOption(
      new Option(
        '--authority-keys <folder>',
        'operational.keystore and identity.p12 of your authority',
      )
        .env('ROGATORY_AUTHORITY_KEYS')
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--authority-passphrase-file <file>', 'read their passphrase from a file').env(
        'ROGATORY_AUTHORITY_PASSPHRASE_FILE',
      ),
    )
