import { expect } from 'chai'
import {
  currentTemplate,
  currentTemplates,
  templateOf,
  templates,
} from '#client/templates/catalogue.js'
import { Template } from '#client/templates/format.js'
import type { Condition, Field } from '#client/templates/format.js'
import { instruments } from '#client/templates/instruments.js'
import { fieldsOf } from '#client/templates/template-fields.js'

const conditionsIn = (value: unknown): readonly { at: string; condition: Condition }[] => {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'when' ? leaves(inner as Condition) : conditionsIn(inner),
  )
}
const leaves = (condition: Condition): readonly { at: string; condition: Condition }[] => {
  if ('all' in condition) return condition.all.flatMap(leaves)
  if ('any' in condition) return condition.any.flatMap(leaves)
  if ('not' in condition) return leaves(condition.not)
  return [{ at: condition.path, condition }]
}

describe('the catalogue of templates', () => {
  it('holds each version once, and one current version of each id', () => {
    const names = templates.map(({ id, version }) => `${id}@${version}`)
    expect(new Set(names).size).to.equal(names.length)
    const ids = currentTemplates.map(({ id }) => id)
    expect(new Set(ids).size).to.equal(ids.length)
    expect(new Set(templates.map(({ id }) => id)).size).to.equal(ids.length)
    for (const { id } of templates) {
      const versions = templates
        .filter((template) => template.id === id)
        .map(({ version }) => version)
      expect(currentTemplate(id)?.version, id).to.equal(Math.max(...versions))
    }
    expect(templateOf('mla-request', 1)?.superseded).to.equal(true)
    expect(templateOf('mla-request', 99)).to.equal(undefined)
    expect(currentTemplate('__proto__')).to.equal(undefined)
  })

  for (const template of templates) {
    const name = `${template.id}@${template.version}`

    it(`${name} is plain data of the one format`, () => {
      expect(JSON.parse(JSON.stringify(template))).to.deep.equal(template)
      const parsed = Template.safeParse(template)
      expect(parsed.error?.issues ?? []).to.deep.equal([])
    })

    it(`${name} asks for every member once, and its rules and conditions name fields that there are`, () => {
      const top = template.sections.flatMap(({ fields }) => fields.map((field) => field.name))
      expect(new Set(top).size).to.equal(top.length)
      const paths = fieldsOf(template)
      const members = new Set([...paths.values()].map((lineage) => lineage.at(-1)?.name))
      for (const rule of template.rules) {
        for (const path of rule.rule === 'one-of' ? rule.paths : [rule.path]) {
          expect(paths.has(path), path).to.equal(true)
          if (rule.rule === 'affirmed') expect(paths.get(path)?.at(-1)?.type).to.equal('flag')
          if (rule.rule === 'order') {
            const other = path.replace(/[^.]+$/, rule.notAfter)
            expect(paths.get(other)?.at(-1)?.type, other).to.equal('date')
          }
        }
      }
      for (const { at } of conditionsIn(template)) {
        if (at.startsWith('request/')) continue
        if (at.startsWith('.')) expect(members.has(at.slice(1)), at).to.equal(true)
        else expect(paths.has(at), at).to.equal(true)
      }
    })

    it(`${name} rests on instruments that have a title`, () => {
      const sources = template.rules.flatMap(({ source }) => source ?? [])
      const barred = (field: Field): readonly string[] =>
        field.type === 'choice'
          ? field.options.flatMap(
              (option) => option.barred?.sources.map(({ instrument }) => instrument) ?? [],
            )
          : field.type === 'group'
            ? field.fields.flatMap(barred)
            : []
      const named = [
        ...sources.map(({ instrument }) => instrument),
        ...template.sections.flatMap(({ fields }) => fields.flatMap(barred)),
      ]
      for (const instrument of named) expect(Object.keys(instruments)).to.include(instrument)
    })
  }
})
