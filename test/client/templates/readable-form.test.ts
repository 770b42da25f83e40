import { expect } from 'chai'
import { LANGUAGES } from '#client/languages/language.js'
import { blankForm, blankYaml } from '#client/templates/blank-form.js'
import { currentTemplate, currentTemplates } from '#client/templates/catalogue.js'
import { formText } from '#client/templates/form-text.js'
import { readableForm } from '#client/templates/readable-form.js'
import { fieldsOf } from '#client/templates/template-fields.js'
import { withoutBlanks } from '#client/templates/without-blanks.js'
import { sampleForm } from '#test/support/templates/sample-form.js'

const refusal = currentTemplate('refusal')

describe('a form as people read it', () => {
  it('has the label of every filled field in every language, and nothing raw', () => {
    for (const template of currentTemplates) {
      for (const language of LANGUAGES) {
        const lines = readableForm(template, sampleForm(template), language)
        expect(lines.filter(({ kind }) => kind === 'raw')).to.deep.equal([])
        const labels = lines.map(({ label }) => label).join('\n')
        for (const { title } of template.sections) expect(labels).to.include(title[language])
        for (const [path, lineage] of fieldsOf(template)) {
          const field = lineage.at(-1)
          if (lineage.some(({ when }) => when !== undefined) || field === undefined) continue
          expect(labels, `${template.id} ${path}`).to.include(field.label[language])
        }
      }
    }
  })

  it('says choices, days and States in the language of the reader', () => {
    const form = { date: '2026-11-28', grounds: ['dual-criminality', 'immunity'], consulted: false }
    const said = (language: 'en' | 'ru') =>
      formText(readableForm(refusal, form, language), language)
    expect(said('en').join('\n')).to.equal(
      [
        '',
        'Decision',
        '────────',
        '  Date: 28 November 2026',
        '  Grounds:',
        '    Absence of dual criminality',
        '    Immunity or privilege',
        '',
        'Consultation and alternatives',
        '─────────────────────────────',
        '  The requesting authority was consulted first: No',
      ].join('\n'),
    )
    expect(said('ru').join('\n'))
      .to.include('28 ноября 2026')
      .and.to.include('Отсутствие двойной преступности')
  })

  it('runs from right to left in Arabic, and what somebody wrote keeps its direction', () => {
    const form = { reasons: 'See UNTOC 18 (21).\nArticle 4.' }
    const lines = formText(readableForm(refusal, form, 'ar'), 'ar').filter((line) => line !== '')
    for (const line of lines) expect(line.startsWith('\u200f')).to.equal(true)
    expect(lines.join('\n')).to.include('\u2068See UNTOC 18 (21).\u2069')
  })

  it('loses nothing: what is not asked, or does not fit, or has no template, is shown as it came', () => {
    const form = {
      date: 'soon',
      surprise: { a: [1] },
      grounds: 'x',
      'bad\u001b[2J\u202e': '\u001b[31m',
    }
    const lines = readableForm(refusal, form, 'en')
    const shown = Object.fromEntries(lines.map(({ label, value }) => [label, value]))
    expect(shown).to.include({ Date: 'soon', surprise: '{"a":[1]}', Grounds: 'x' })
    expect(formText(lines, 'en').join('')).not.to.match(/[\p{Cc}\u202e]/u)
    const unknown = readableForm(undefined, form, 'fr')
    expect(unknown[0]?.label).to.match(/^Modèle inconnu ici/)
    expect(unknown.map(({ value }) => value)).to.include('soon')
  })

  it('is bounded for whatever a stranger wrote', () => {
    let deep: unknown = 'x'
    for (let level = 0; level < 100_000; level += 1) deep = [deep]
    const many = Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`k${n}`, 'v']))
    for (const form of [null, 7, [deep], { reasons: deep, grounds: deep }, many]) {
      const lines = readableForm(refusal, form, 'en')
      expect(formText(lines, 'en').length).to.be.at.most(2100)
    }
  })
})

describe('a blank form', () => {
  it('has every member, and counts as nothing filled in', () => {
    for (const template of currentTemplates) {
      const blank = blankForm(template)
      expect(Object.keys(blank)).to.deep.equal(
        template.sections.flatMap(({ fields }) => fields.map(({ name }) => name)),
      )
      expect(withoutBlanks(blank)).to.deep.equal({})
    }
  })

  it('says in YAML what is asked, why and by which choices, and offers none that the law bars', () => {
    const yaml = refusal === undefined ? '' : blankYaml(refusal, 'en')
    expect(yaml).to.match(/^# template: refusal@1\n# Refusal\n/)
    expect(yaml).to.include(
      '# Reasons — Required (United Nations Convention against Transnational Organized Crime, article 18 (23))\nreasons:\n',
    )
    expect(yaml).to.include('#   dual-criminality – Absence of dual criminality\n')
    expect(yaml).not.to.include('bank-secrecy').and.not.to.include('fiscal-only')
  })
})
