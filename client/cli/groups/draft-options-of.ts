import { type Command, Option } from 'commander'
import { languageOption } from '../options/language-option.js'
import { withMarks } from '../options/marks-options.js'

/** The options that `send` and `check` have in common. */
export const draftOptionsOf = (command: Command): Command =>
  withMarks(command)
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
    .addOption(languageOption())
