import { Command, Option } from 'commander'
import { LANGUAGES } from '../languages/language.js'
import { caseGroup } from './groups/case-group.js'
import { draftId } from './draft-id.js'
import { draftGroup } from './groups/draft-group.js'
import { dutyGroup } from './groups/duty-group.js'
import { enrolGroup } from './groups/enrol-group.js'
import { keysGroup } from './groups/keys-group.js'
import { officerGroup } from './groups/officer-group.js'
import { operatorGroup } from './groups/operator-group.js'
import { proofGroup } from './groups/proof-group.js'
import { translationGroup } from './groups/translation-group.js'
import { draftOptionsOf } from './groups/draft-options-of.js'
import { templateGroup } from './groups/template-group.js'
import { languageOption } from './language-option.js'
import { rosterGroup } from './groups/roster-group.js'
import { lazily } from './lazily.js'
import { packageId } from './package-id.js'
import { wholeNumber } from './whole-number.js'

const EXIT_CODES = `
Exit codes
  0  done; for "verify": every fact proved
  1  a bug of this program
  2  the words of the command, or a file it names, are wrong
  3  the relay, or your authority’s policy, refused
  4  something is not what it claims to be (contradicted, forged, changed)
  5  relay or network cannot be reached now: try again
  6  keystore, passphrase or credential
  7  not complete yet; for "verify": nothing is contradicted, but not every fact is proved`

/** The command `rogatory`. Each command's code is loaded only when it is called. */
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
    .option('--json', 'one JSON document on standard output, for scripts')
    .option('--quiet', 'no progress, no notes')
    .addHelpText('after', EXIT_CODES)
    .showSuggestionAfterError()
    .exitOverride()
    // What is wrong with the words is said as any other refusal is: see run-command.ts.
    .configureOutput({ outputError: () => undefined })

  draftGroup(root)
  enrolGroup(root)
  keysGroup(root)
  officerGroup(root)
  operatorGroup(root)
  rosterGroup(root)
  dutyGroup(root)
  translationGroup(root)

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
    .action(lazily(async () => (await import('./commands/directory-list.js')).directoryList))
  directory
    .command('show')
    .argument('<authority>', 'its id, such as xa.moj')
    .description('one entry: contact, languages, keys, versions')
    .action(lazily(async () => (await import('./commands/directory-show.js')).directoryShow))
  sought(directory.command('export'))
    .requiredOption('--out <file>', 'where it goes')
    .addOption(new Option('--format <format>', 'form').choices(['csv', 'json']).default('json'))
    .description('write public contact data, imported contacts too')
    .action(lazily(async () => (await import('./commands/directory-export.js')).directoryExport))
  directory
    .command('import')
    .argument('<file>', 'CSV or JSON as “directory export” writes it')
    .description('keep contacts of authorities that are not on the relay')
    .action(lazily(async () => (await import('./commands/directory-import.js')).directoryImport))
  directory
    .command('changes')
    .option('--out <file>', 'write what is remembered, for “directory compare” elsewhere')
    .description('keys and versions that changed since this home first saw them')
    .action(lazily(async () => (await import('./commands/directory-changes.js')).directoryChanges))
  directory
    .command('compare')
    .argument('<file>', 'what another home wrote with “directory changes --out”')
    .description('whether the relay shows you the history that it shows others')
    .action(lazily(async () => (await import('./commands/directory-compare.js')).directoryCompare))

  templateGroup(root)
  draftOptionsOf(root.command('check').argument('<form>', 'a filled form, YAML or JSON'))
    .description('what is missing in a form, and with --to what the recipient’s entry says of it')
    .option('--to <authority...>', 'recipients')
    .action(lazily(async () => (await import('./commands/check.js')).check))
  draftOptionsOf(root.command('send'))
    .argument(
      '[draft]',
      'a draft of your authority, once enough officers have approved it',
      draftId,
    )
    .description('seal a request and send it')
    .option('--draft', 'only prepare it: header and content are fixed, and others can approve')
    .option('--title <text>', 'with --draft: how your colleagues find it')
    .option('--to <authority...>', 'recipients')
    .option('--form <file>', 'the filled form, YAML or JSON')
    .option('--translation <handoff...>', 'hand-offs whose certified translations are attached')
    .option('--despite <code...>', 'findings that ask to think again and are accepted')
    .option('--case <id>', 'continue a case')
    .option('--in-reply-to <id>', 'the package that this answers')
    .option('--confirms <oral>', 'the oral request that it confirms: rogatory duty oral list')
    .option('--expires <time>', 'RFC 3339 time after which it is not delivered any more')
    .option('--not-before <time>', 'RFC 3339 time before which it is not delivered')
    .action(lazily(async () => (await import('./commands/send.js')).send))
  root
    .command('forward')
    .argument('<id>', 'the package', packageId)
    .requiredOption('--to <authority>', 'the further authority')
    .requiredOption('--reasons <text>', 'why it is passed on')
    .option('--wait <seconds>', 'how long to wait for its proof', '120')
    .description('pass a package on unaltered, with its proof; refused while its marks want leave')
    .action(lazily(async () => (await import('./commands/forward.js')).forward))
  root
    .command('downgrade')
    .description(
      'release versions of classified documents for official use; the originals stay sealed',
    )
    .requiredOption('--original <file...>', 'the classified documents')
    .requiredOption('--released <file...>', 'what may be handed out of each, in the same order')
    .requiredOption('--from <mark>', 'the classification of the originals, such as SECRET')
    .requiredOption('--as <mark>', 'the classification of what is released, such as RESTRICTED')
    .requiredOption('--by <name>', 'who decided: name and function')
    .requiredOption('--basis <text>', 'by what authority: law, order, delegation')
    .option('--decided <day>', 'when it was decided (default: today)')
    .option('--of <package>', 'the package that holds the originals', packageId)
    .option('--redactions <file>', 'what was taken out, where and why: a list, YAML or JSON')
    .requiredOption('--out <folder>', 'where the record, and what is to be kept, go')
    .action(lazily(async () => (await import('./commands/downgrade.js')).downgrade))
  root
    .command('approve')
    .argument('<draft>', 'its id', draftId)
    .option('--header <digest>', 'approve only if it is this header: for scripts, and for care')
    .option('--yes', 'do not ask')
    .option('--document <file...>', 'documents that have to be among those sent')
    .description('see what a colleague has prepared, and stand behind it')
    .action(lazily(async () => (await import('./commands/approve.js')).approve))
  root
    .command('search')
    .argument('<words...>', 'ids, numbers, names, words: all of them, in any order')
    .option('--limit <number>', 'how many', wholeNumber('--limit', 1, 10_000), 25)
    .option('--rebuild', 'make the index anew')
    .description(
      'search what your authority has sent, received and drafted; the relay is not asked',
    )
    .action(lazily(async () => (await import('./commands/search.js')).search))
  root
    .command('statistics')
    .option('--from <day>', 'submitted on or after, such as 2026-01-01')
    .option('--to <day>', 'submitted before, such as 2027-01-01')
    .option('--csv', 'rows for a spreadsheet')
    .description('numbers, times and reciprocity by counterpart and template, without content')
    .action(lazily(async () => (await import('./commands/statistics.js')).statistics))
  root
    .command('outgoing')
    .description('sealed packages that the relay has not acknowledged; --deliver tries again')
    .option('--deliver', 'deliver all of them now')
    .action(lazily(async () => (await import('./commands/outgoing.js')).outgoing))
  root
    .command('inbox')
    .description('packages received, newest first')
    .option('--sent', 'packages sent instead')
    .option('--limit <number>', 'how many', wholeNumber('--limit', 1, 10_000), 25)
    .action(lazily(async () => (await import('./commands/inbox.js')).inbox))
  root
    .command('open')
    .argument('<id>', 'the package', packageId)
    .requiredOption('--out <folder>', 'where the documents go')
    .addOption(languageOption())
    .description('decrypt and verify a package')
    .action(lazily(async () => (await import('./commands/open.js')).open))
  root
    .command('show')
    .argument('<id>', 'the package', packageId)
    .addOption(languageOption())
    .description('read a package’s form in your language, without its documents')
    .action(lazily(async () => (await import('./commands/show.js')).show))
  root
    .command('acknowledge')
    .argument('<id>', 'the package', packageId)
    .option('--reject <reason>', 'reject the consignment instead, saying why')
    .option('--confirms <oral>', 'the oral request that it confirms: rogatory duty oral list')
    .description('sign a receipt over what was decrypted and verified')
    .action(lazily(async () => (await import('./commands/acknowledge.js')).acknowledge))
  root
    .command('status')
    .argument('<id>', 'the package', packageId)
    .description('what became of a package: its evidence, and the receipt against your own copy')
    .action(lazily(async () => (await import('./commands/status.js')).status))
  proofGroup(root)
  root
    .command('verify')
    .argument('<bundle>', 'the file that “rogatory proof” wrote')
    .option('--document <file...>', 'documents to match with what was sent')
    .option('--against <bundle>', 'hold another bundle against it, such as the other side’s')
    .option('--trust <file>', 'trust list (default: the one of your home)')
    .description('verify a proof bundle offline')
    .action(lazily(async () => (await import('./commands/verify.js')).verify))
  caseGroup(root)
  const witness = root.command('witness').description('see to it that the log only ever grows')
  witness
    .command('run')
    .description('cosign the log for as long as it grows; ends with exit code 4 when it does not')
    .option('--listen <address>', 'let logs ask, too (C2SP tlog-witness), such as 127.0.0.1:8090')
    .option('--key <file>', 'a witness key instead of your own')
    .option('--interval <seconds>', 'how often the relay is asked', '10')
    .option('--once', 'one round, then end')
    .option('--no-poll', 'only listen: needs no officer’s keys')
    .action(lazily(async () => (await import('./commands/witness-run.js')).witnessRun))
  witness
    .command('status')
    .description('what is remembered of logs; exit code 4 when one has broken its promise')
    .action(lazily(async () => (await import('./commands/witness-status.js')).witnessStatus))
  witness
    .command('check')
    .argument('<bundle>')
    .description('hold the checkpoint of a proof bundle against the log as it is shown now')
    .action(lazily(async () => (await import('./commands/witness-check.js')).witnessCheck))
  witness
    .command('key')
    .description('make a witness key, and print the verifier key for trust lists')
    .requiredOption('--name <name>', 'best a URL without its scheme: witness.example/w1')
    .requiredOption('--out <file>', 'where the key goes')
    .action(lazily(async () => (await import('./commands/witness-key.js')).witnessKey))
  root
    .command('verifier')
    .requiredOption('--out <file>', 'the page, such as rogatory-verifier.html')
    .description(
      'write out the page that verifies bundles in a browser, for a court without a network',
    )
    .action(lazily(async () => (await import('./commands/verifier.js')).verifier))
  root
    .command('certificate')
    .argument('<bundle>')
    .requiredOption('--out <file>', 'the certificate, such as case.pdf')
    .addOption(
      new Option('--lang <language>', 'language of the certificate')
        .choices(LANGUAGES)
        .default('en'),
    )
    .option('--translation', 'of the certified translations in it, in both languages')
    .option('--document <file...>', 'documents to match with what was sent')
    .option('--trust <file>', 'trust list (default: the one of your home)')
    .option('--sign <file>', 'sign the PDF with an identity, PKCS#12')
    .description('make a certificate of transmission and receipt (PDF) from a proof bundle')
    .action(lazily(async () => (await import('./commands/certificate.js')).certificate))
  root
    .command('simulate')
    .requiredOption('--script <script>', 'a file, or one of executes, asks, refuses')
    .option(
      '--after <position>',
      'answer only what came after this leaf of the log; -1 answers all',
      wholeNumber('--after', -1, Number.MAX_SAFE_INTEGER),
      -1,
    )
    .option('--count <number>', 'end after so many acts', wholeNumber('--count', 1, 1_000_000))
    .description('be a counterpart that answers by itself, for training and tests')
    .action(lazily(async () => (await import('./commands/simulate.js')).simulate))
  root
    .command('selftest')
    .requiredOption('--with <home>', 'the home of an officer of another authority, who receives')
    .option('--size <mebibytes>', 'of the document', wholeNumber('--size', 1, 10_240), 1)
    .option(
      '--wait <seconds>',
      'wait so long for what comes by itself: notice, checkpoint, time-stamp',
      wholeNumber('--wait', 1, 3600),
      90,
    )
    .description(
      'a full exchange of a package that is marked as a test, with the time of each step; the exit code is that of the step that failed',
    )
    .action(lazily(async () => (await import('./commands/selftest.js')).selftest))
  root
    .command('watch')
    .option(
      '--after <position>',
      'replay events after this leaf of the log; -1 replays all',
      wholeNumber('--after', -1, Number.MAX_SAFE_INTEGER),
      -1,
    )
    .option('--count <number>', 'end after so many events', wholeNumber('--count', 1, 1_000_000))
    .description('events of your authority as they happen; with --json one document a line')
    .action(lazily(async () => (await import('./commands/watch.js')).watch))
  return root
}
