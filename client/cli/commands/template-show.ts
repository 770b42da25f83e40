import type { Language } from '../../languages/language.js'
import type { Field, Template } from '../../templates/format.js'
import { labelOf } from '../../templates/label-of.js'
import { readingTexts } from '../../templates/reading-texts.js'
import { saySource } from '../../templates/say-source.js'
import type { CommandContext } from '../command-context.js'
import { languageOf } from '../options/language-of.js'
import { namedTemplate } from '../options/named-template.js'
import { terminalOf } from '../terminal-of.js'

/** With `--json` the template itself, as it may be taken elsewhere. */
export function templateShow(context: CommandContext, name: string): Promise<void> {
  const template = namedTemplate(name)
  const language = languageOf(context)
  const { id, version, kind, title, about, sections } = template
  terminalOf(context).result(template, [
    `${title[language]}  (${id}@${version}, ${kind})`,
    about[language],
    ...sections.flatMap((section) => [
      '',
      section.title[language],
      ...section.fields.flatMap((field) => fieldLines(field, '  ', language)),
    ]),
    '',
    ...ruleLines(template, language),
  ])
  return Promise.resolve()
}

function fieldLines(field: Field, margin: string, language: Language): readonly string[] {
  const many = field.repeat === undefined ? '' : ` [${field.repeat.min}..${field.repeat.max}]`
  const head = `${margin}${field.name}${many}: ${field.label[language]}`
  if (field.type !== 'group') return [`${head} (${field.type})`]
  return [head, ...field.fields.flatMap((inner) => fieldLines(inner, `${margin}  `, language))]
}

function ruleLines(template: Template, language: Language): readonly string[] {
  return template.rules.map((rule) => {
    const path = rule.rule === 'one-of' ? (rule.paths[0] ?? '') : rule.path
    const basis = rule.source === undefined ? '' : ` – ${saySource(rule.source, language)}`
    const only = rule.when === undefined ? '' : ` (${readingTexts.onlyIf[language]})`
    const label = labelOf(template, path, language)
    return `${readingTexts[rule.severity][language]}: ${label}${only}${basis}`
  })
}
