import { type Command, Option } from 'commander'
import { languageOption } from '../language-option.js'

/** The options that `send` and `check` have in common. */
export const draftOptionsOf = (command: Command): Command =>
  command
    .option(
      '--template <id>',
      'template, with its version: mla-request@2 (a blank of ours says it)',
    )
    .option('--attach <file...>', 'documents')
    .addOption(
      new Option('--urgency <level>', 'how urgent')
        .choices(['routine', 'urgent', 'emergency'])
        .default('routine'),
    )
    .option('--tlp <mark>', 'Traffic Light Protocol mark, such as AMBER')
    .option('--classification <mark>', 'classification, such as RESTRICTED')
    .addOption(languageOption())
