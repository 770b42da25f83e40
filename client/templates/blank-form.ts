import type { Language } from '../languages/language.js'
import type { Field, Option, Rule, Template } from './format.js'
import { readingTexts } from './reading-texts.js'
import { saySource } from './say-source.js'

/** A form with every member that the template knows and nothing filled in: lists have one empty item. */
export function blankForm(template: Template): Record<string, unknown> {
  return blankOf(template.sections.flatMap(({ fields }) => fields))
}

const blankOf = (fields: readonly Field[]): Record<string, unknown> =>
  Object.fromEntries(fields.map((field) => [field.name, blankValue(field)]))

function blankValue(field: Field): unknown {
  const one = field.type === 'group' ? blankOf(field.fields) : null
  if (field.repeat === undefined) return one
  return field.type === 'group' ? [one] : []
}

/**
 * The same as YAML to be filled in, each member under its label, its help, its choices and what
 * demands it. The first line names the template, so that the file says by itself what it is.
 */
export function blankYaml(template: Template, language: Language): string {
  const { id, version, title, about, sections } = template
  const head = [`# template: ${id}@${version}`, `# ${title[language]}`, `# ${about[language]}`]
  const body = sections.flatMap((section) => [
    '',
    `# ── ${section.title[language]} ──`,
    ...section.fields.flatMap((field) => yamlOf(template, field, field.name, '', language)),
  ])
  return `${[...head, ...body].join('\n')}\n`
}

function yamlOf(
  template: Template,
  field: Field,
  path: string,
  margin: string,
  language: Language,
): readonly string[] {
  const comments = commentsOn(template, field, path, language).map((line) => `${margin}# ${line}`)
  const key = `${margin}${field.name}:`
  if (field.type !== 'group') {
    return [...comments, field.repeat === undefined ? key : `${key} []`]
  }
  const isList = field.repeat !== undefined
  const inner = field.fields.flatMap((each) => {
    const at = `${path}${isList ? '.*.' : '.'}${each.name}`
    return yamlOf(template, each, at, `${margin}${isList ? '    ' : '  '}`, language)
  })
  return [...comments, key, ...(isList ? [`${margin}  -`] : []), ...inner]
}

function commentsOn(
  template: Template,
  field: Field,
  path: string,
  language: Language,
): readonly string[] {
  const notes = notesOn(template, field, path, language).join('; ')
  const label = `${field.label[language]}${notes === '' ? '' : ` — ${notes}`}`
  const help = field.help === undefined ? [] : [field.help[language]]
  return [label, ...help, ...choicesOf(field, language)]
}

/** What a field's label is followed by on a blank form: who demands it, and whether it is always asked. */
export function notesOn(
  template: Template,
  field: Field,
  path: string,
  language: Language,
): readonly string[] {
  const demands = demandsOn(template, path).map(({ severity, source }) => {
    const basis = source === undefined ? '' : ` (${saySource(source, language)})`
    return `${readingTexts[severity][language]}${basis}`
  })
  const only = field.when === undefined ? [] : [readingTexts.onlyIf[language]]
  return [...new Set([...demands, ...only])]
}

/** What a choice offers: options that the law forbids in every case are left out. */
export const offeredOf = (field: Extract<Field, { type: 'choice' }>): readonly Option[] =>
  field.options.filter(({ barred }) => barred === undefined || barred.when)

/** What demands that a value is given, the strictest first. */
const demandsOn = (template: Template, path: string): readonly Rule[] =>
  template.rules.filter((rule) =>
    rule.rule === 'one-of'
      ? rule.paths.includes(path)
      : (rule.rule === 'required' || rule.rule === 'affirmed') && rule.path === path,
  )

function choicesOf(field: Field, language: Language): readonly string[] {
  if (field.type === 'choice') {
    const word = readingTexts[field.repeat === undefined ? 'oneOf' : 'list'][language]
    return [
      `${word}:`,
      ...offeredOf(field).map(({ value, label }) => `  ${value} – ${label[language]}`),
    ]
  }
  const form = {
    flag: 'true | false',
    date: '2026-12-31',
    moment: '2026-12-31T23:00:00+01:00',
    language: 'en',
    state: 'XA',
  }
  return field.type in form ? [form[field.type as keyof typeof form]] : []
}
