import { type Command, Option } from 'commander'
import { withMarks } from '../options/marks-options.js'

/** Options that say what a draft is to become. None has a default: what is not named stays as it is. */
export const packageOptions = (command: Command): Command =>
  withMarks(command)
    .option('--to <authority...>', 'recipients')
    .option(
      '--template <id>',
      'template, with its version: mla-request@2 (a blank of ours says it)',
    )
    .option('--form <file>', 'the filled form, YAML or JSON')
    .option('--attach <file...>', 'documents')
    .addOption(
      new Option('--urgency <level>', 'how urgent (default: "routine")').choices([
        'routine',
        'urgent',
        'emergency',
      ]),
    )
    .option('--case <id>', 'continue a case')
    .option('--in-reply-to <id>', 'the package that this answers')
    .option('--expires <time>', 'RFC 3339 time after which it is not delivered any more')
    .option('--not-before <time>', 'RFC 3339 time before which it is not delivered')
