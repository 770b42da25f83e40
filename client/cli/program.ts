import { Command, Option } from 'commander'
import { SCANNER_SECONDS } from '../files/scanner-seconds.js'
import { caseGroup } from './groups/case-group.js'
import { courtCommands } from './groups/court-commands.js'
import { directoryGroup } from './groups/directory-group.js'
import { draftGroup } from './groups/draft-group.js'
import { dutyGroup } from './groups/duty-group.js'
import { enrolGroup } from './groups/enrol-group.js'
import { exerciseCommands } from './groups/exercise-commands.js'
import { keysGroup } from './groups/keys-group.js'
import { officerGroup } from './groups/officer-group.js'
import { operatorGroup } from './groups/operator-group.js'
import { proofGroup } from './groups/proof-group.js'
import { receivingCommands } from './groups/receiving-commands.js'
import { resealingCommands } from './groups/resealing-commands.js'
import { rosterGroup } from './groups/roster-group.js'
import { sessionsGroup } from './groups/sessions-group.js'
import { sendingCommands } from './groups/sending-commands.js'
import { templateGroup } from './groups/template-group.js'
import { translationGroup } from './groups/translation-group.js'
import { witnessGroup } from './groups/witness-group.js'
import { lazily } from './lazily.js'
import { wholeNumber } from './options/whole-number.js'

const EXIT_CODES = `
Exit codes
  0  done; for "verify": every fact proved
  1  a bug of this program
  2  the words of the command, or a file it names, are wrong
  3  the relay, your authority’s policy, or the scanner of this machine, refused
  4  something is not what it claims to be (contradicted, forged, changed)
  5  relay or network cannot be reached now: try again
  6  keystore, passphrase or credential
  7  not complete yet; for "verify": nothing is contradicted, but not every fact is proved`

/** The command `rogatory`; its help goes by what one wants to do. Each command's code is loaded only when it is called. */
export function program(): Command {
  const root = new Command('rogatory')
    .description('Send, receive and prove requests between Central Authorities.')
    .addOption(
      new Option('--home <folder>', 'your officer’s home: profile, keystore, trust list')
        .env('ROGATORY_HOME')
        .default('.rogatory/home'),
    )
    .addOption(
      new Option('--passphrase-file <file>', 'read the keystore’s passphrase from a file').env(
        'ROGATORY_PASSPHRASE_FILE',
      ),
    )
    .addOption(
      new Option(
        '--tls-certificate <file>',
        'PEM chain to show to a relay that demands one (default: the profile’s)',
      ).env('ROGATORY_TLS_CERTIFICATE'),
    )
    .addOption(new Option('--tls-key <file>', 'its key, PEM').env('ROGATORY_TLS_KEY'))
    .addOption(
      new Option(
        '--tls-authorities <file>',
        'PEM; the relay’s certificate is of one of these, instead of Node’s own',
      ).env('ROGATORY_TLS_AUTHORITIES'),
    )
    .addOption(
      new Option(
        '--leaked-passwords <file>',
        'no new passphrase is in it: SHA-1 in hex, one a line, in their order, as Have I Been Pwned gives them',
      ).env('ROGATORY_LEAKED_PASSWORDS'),
    )
    .addOption(
      new Option(
        '--scanner <command>',
        'has every decrypted document searched before it gets its name; such as "clamdscan --fdpass --no-summary"',
      ).env('ROGATORY_SCANNER'),
    )
    .addOption(
      new Option('--scanner-seconds <number>', 'how long it may take for one document')
        .env('ROGATORY_SCANNER_SECONDS')
        .argParser(wholeNumber('--scanner-seconds', 1, 86_400))
        .default(SCANNER_SECONDS),
    )
    .option('--json', 'one JSON document on standard output, for scripts')
    .option('--quiet', 'no progress, no notes')
    .addHelpText('after', EXIT_CODES)
    .showSuggestionAfterError()
    .exitOverride()
    // What is wrong with the words is said as any other refusal is: see run-command.ts.
    .configureOutput({ outputError: () => undefined })

  root.commandsGroup('Write and send:')
  templateGroup(root)
  draftGroup(root)
  sendingCommands(root)

  root.commandsGroup('Receive:')
  receivingCommands(root)

  root.commandsGroup('Cases:')
  caseGroup(root)

  root.commandsGroup('At any hour:')
  dutyGroup(root)
  rosterGroup(root)

  root.commandsGroup('Translation:')
  translationGroup(root)

  root.commandsGroup('Proof:')
  proofGroup(root)
  courtCommands(root)
  witnessGroup(root)

  root.commandsGroup('Your authority, and the others:')
  directoryGroup(root)
  officerGroup(root)
  keysGroup(root)
  resealingCommands(root)
  sessionsGroup(root)
  enrolGroup(root)
  root
    .command('statistics')
    .option('--from <day>', 'submitted on or after, such as 2026-01-01')
    .option('--to <day>', 'submitted before, such as 2027-01-01')
    .option('--csv', 'rows for a spreadsheet')
    .description('numbers, times and reciprocity by counterpart and template, without content')
    .action(lazily(async () => (await import('./commands/statistics.js')).statistics))

  root.commandsGroup('The network:')
  operatorGroup(root)
  exerciseCommands(root)

  root.commandsGroup('Help:').helpCommand(true)
  root
    .command('version')
    .description('which version this is; --version does the same')
    .action(lazily(async () => (await import('./commands/version.js')).version))
  return root
}
