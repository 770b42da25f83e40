import { ClientError } from '../../core/client-error.js'
import { writeDurably } from '../../files/write-durably.js'
import { blankForm, blankYaml } from '../../templates/blank-form.js'
import type { CommandContext } from '../command-context.js'
import { languageOf } from '../options/language-of.js'
import { namedTemplate } from '../options/named-template.js'
import { terminalOf } from '../terminal-of.js'

export async function templateBlank(context: CommandContext, name: string): Promise<void> {
  const { options, global } = context
  const template = namedTemplate(name)
  if (template.superseded === true) {
    const message = `${name} is for reading what was sent`
    throw new ClientError('usage', message, `Begin with ${template.id}, without a version.`)
  }
  const form = blankForm(template)
  const isJson = options['format'] === 'json'
  const text = isJson
    ? `${JSON.stringify(form, undefined, 2)}\n`
    : blankYaml(template, languageOf(context))
  const { out } = options
  const terminal = terminalOf(context)
  if (typeof out !== 'string') {
    if (global.json === true) terminal.result(form, [])
    else process.stdout.write(text)
    return
  }
  await writeDurably(out, text)
  terminal.result({ out, template: { id: template.id, version: template.version } }, [
    `wrote ${out}`,
    `Fill it in, then: rogatory check ${out}${isJson ? ` --template ${template.id}@${template.version}` : ''}`,
  ])
}
