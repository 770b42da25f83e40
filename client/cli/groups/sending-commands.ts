import type { Command } from 'commander'
import { draftId } from '../options/draft-id.js'
import { lazily } from '../lazily.js'
import { packageId } from '../options/package-id.js'
import { draftOptionsOf } from './draft-options-of.js'

/** A request or an answer from the filled form to the relay. */
export function sendingCommands(root: Command): void {
  draftOptionsOf(root.command('check').argument('<form>', 'a filled form, YAML or JSON'))
    .description('what is missing in a form, and with --to what the recipient’s entry says of it')
    .option('--to <authority...>', 'recipients')
    .action(lazily(async () => (await import('../commands/check.js')).check))
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
    .action(lazily(async () => (await import('../commands/send.js')).send))
  root
    .command('approve')
    .argument('<draft>', 'its id', draftId)
    .option('--header <digest>', 'approve only if it is this header: for scripts, and for care')
    .option('--yes', 'do not ask')
    .option('--document <file...>', 'documents that have to be among those sent')
    .description('see what a colleague has prepared, and stand behind it')
    .action(lazily(async () => (await import('../commands/approve.js')).approve))
  root
    .command('outgoing')
    .description('sealed packages that the relay has not acknowledged; --deliver tries again')
    .option('--deliver', 'deliver all of them now')
    .option('--export <folder>', 'copy them to a folder that is carried, such as of a USB stick')
    .option('--import <folder>', 'take over what was copied so elsewhere, to be delivered here')
    .action(lazily(async () => (await import('../commands/outgoing.js')).outgoing))
  root
    .command('forward')
    .argument('<id>', 'the package', packageId)
    .requiredOption('--to <authority>', 'the further authority')
    .requiredOption('--reasons <text>', 'why it is passed on')
    .option('--wait <seconds>', 'how long to wait for its proof', '120')
    .description('pass a package on unaltered, with its proof; refused while its marks want leave')
    .action(lazily(async () => (await import('../commands/forward.js')).forward))
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
    .action(lazily(async () => (await import('../commands/downgrade.js')).downgrade))
}
