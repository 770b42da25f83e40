import { currentTemplates, templates } from '../../templates/catalogue.js'
import type { CommandContext } from '../command-context.js'
import { languageOf } from '../options/language-of.js'
import { table } from '../lines/table.js'
import { terminalOf } from '../terminal-of.js'

export function templateList(context: CommandContext): Promise<void> {
  const { options } = context
  const language = languageOf(context)
  const shown = (options['all'] === true ? templates : currentTemplates).filter(
    ({ kind }) => options['kind'] === undefined || kind === options['kind'],
  )
  terminalOf(context).result(
    {
      templates: shown.map(({ id, version, kind, title, about, superseded }) => ({
        id,
        version,
        kind,
        title: title[language],
        about: about[language],
        superseded: superseded === true,
      })),
    },
    table(
      ['template', 'kind', 'title'],
      shown.map(({ id, version, kind, title }) => [`${id}@${version}`, kind, title[language]]),
    ),
  )
  return Promise.resolve()
}
