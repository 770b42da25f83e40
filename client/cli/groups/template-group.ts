import { type Command, Option } from 'commander'
import { languageOption } from '../options/language-option.js'
import { lazily } from '../lazily.js'

/** `rogatory template`: what can be asked and answered, without a relay. */
export function templateGroup(root: Command): void {
  const template = root.command('template').description('forms of requests and answers')
  template
    .command('list')
    .description('kinds of request, answer and notice')
    .addOption(new Option('--kind <kind>', 'only these').choices(['request', 'answer', 'notice']))
    .option('--all', 'versions out of date, too')
    .addOption(languageOption())
    .action(lazily(async () => (await import('../commands/template-list.js')).templateList))
  template
    .command('show')
    .argument('<template>', 'its name, such as refusal, or mla-request@1')
    .description('what it asks for, and which provision demands it')
    .addOption(languageOption())
    .action(lazily(async () => (await import('../commands/template-show.js')).templateShow))
  template
    .command('blank')
    .argument('<template>', 'its name, such as mla-request')
    .description('a blank form to fill in, each field with its label, choices and basis')
    .addOption(new Option('--format <format>', 'form').choices(['yaml', 'json']).default('yaml'))
    .option('--out <file>', 'write it there')
    .addOption(languageOption())
    .action(lazily(async () => (await import('../commands/template-blank.js')).templateBlank))
}
