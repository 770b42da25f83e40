import { expect } from 'chai'
import { currentTemplates, templateOf } from '#client/templates/catalogue.js'
import type { Rule } from '#client/templates/format.js'
import { placesAt } from '#client/templates/form-value.js'
import { validateForm } from '#client/templates/validate-form.js'
import { prune, refill, remove, sampleForm, satisfy } from '#test/support/templates/sample-form.js'

const at = new Date('2026-11-28T12:00:00Z')
const pathOf = (rule: Rule): string => (rule.rule === 'one-of' ? (rule.paths[0] ?? '') : rule.path)
const named = (rule: Rule): string =>
  `${rule.severity} ${rule.rule} ${pathOf(rule)}${rule.when ? ` when ${JSON.stringify(rule.when)}` : ''}`

const broken = {
  required: 'required',
  'one-of': 'one-needed',
  affirmed: 'not-affirmed',
  order: 'out-of-order',
  ahead: 'not-ahead',
} as const

describe('each template', () => {
  for (const template of currentTemplates) {
    describe(`${template.id}@${template.version}`, () => {
      it('takes a form in which everything is filled that is asked', () => {
        expect(validateForm(template, sampleForm(template), { at })).to.deep.equal([])
      })

      it('finds something in a form with nothing in it', () => {
        const codes = validateForm(template, {}, { at }).map(({ severity }) => severity)
        expect(codes).to.include('must')
      })

      for (const rule of template.rules) {
        it(`${named(rule)}: broken, it is found`, () => {
          const form = sampleForm(template)
          const path = pathOf(rule)
          if (rule.when !== undefined) satisfy(template, form, rule.when, path)
          refill(template, form, path)
          prune(template, form)
          const places = placesAt(form, path)
          const of = (code: string, place?: string) =>
            validateForm(template, form, { at }).filter(
              (finding) => finding.code === code && (place === undefined || finding.path === place),
            )
          const code = broken[rule.rule]
          expect(of(code, places[0]?.path), 'before').to.deep.equal([])
          expect(places.length).to.be.greaterThan(0)

          for (const { beside, member } of places) {
            const object = beside as Record<string, unknown>
            if (rule.rule === 'required' || rule.rule === 'affirmed') remove(object, member)
            if (rule.rule === 'ahead')
              object[member] = Array.isArray(beside) ? beside : '2020-01-01'
            if (rule.rule === 'order') object[member] = '2031-12-31'
            if (rule.rule === 'one-of') {
              for (const each of rule.paths) remove(object, each.slice(each.lastIndexOf('.') + 1))
            }
          }
          const found = of(code, places[0]?.path)
          expect(found.length, JSON.stringify(form)).to.be.greaterThan(0)
          expect(found.map(({ severity }) => severity)).to.include(rule.severity)
          const sources = found.flatMap((finding) => finding.sources)
          if (rule.source !== undefined) expect(sources).to.deep.include(rule.source)
        })
      }
    })
  }

  it('mla-request@1 takes whatever was written before templates had a form', () => {
    const old = templateOf('mla-request', 1)
    const forms = [{}, { facts: 'none' }, { legalBasis: [{ treaty: 'UNTOC' }], persons: 7 }]
    for (const form of forms) {
      const found = old && validateForm(old, form, { at })
      expect(found?.map(({ code, severity }) => `${severity} ${code}`)).to.deep.equal([
        'note superseded',
      ])
    }
  })
})
