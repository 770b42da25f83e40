import { expect } from 'chai'
import { currentTemplate } from '#client/templates/catalogue.js'
import type { Template } from '#client/templates/format.js'
import { sayFinding } from '#client/templates/say-finding.js'
import { MAX_FINDINGS, validateForm } from '#client/templates/validate-form.js'

const at = new Date('2026-11-28T12:00:00Z')
const template = (id: string): Template => {
  const found = currentTemplate(id)
  if (found === undefined) throw new TypeError(`no template ${id}`)
  return found
}
const codes = (id: string, form: unknown, request?: Record<string, unknown>) =>
  validateForm(template(id), form, { at, ...(request && { request }) }).map(
    ({ code, path, severity }) => `${severity} ${code} ${path}`,
  )
const refusal = {
  date: '2026-11-28',
  scope: 'whole',
  grounds: ['essential-interests'],
  reasons: 'Execution would prejudice the security of the State.',
  legalProvision: 'Article 12 of the Act on Mutual Legal Assistance',
  consulted: true,
  alternatives: 'A new request without the third measure.',
}

describe('what is found in a form', () => {
  it('nothing, when all is well', () => {
    expect(codes('refusal', refusal)).to.deep.equal([])
  })

  it('what the instrument demands and is missing, with the article', () => {
    const [finding, ...others] = validateForm(
      template('refusal'),
      { ...refusal, reasons: ' ' },
      { at },
    )
    expect(others).to.deep.equal([])
    expect(finding).to.include({ code: 'required', path: 'reasons', severity: 'must' })
    expect(finding?.sources).to.deep.equal([{ instrument: 'untoc', article: '18 (23)' }])
    const said = finding && sayFinding(finding, template('refusal'), 'en')
    expect(said).to.equal(
      'Reasons is missing. (United Nations Convention against Transnational Organized Crime, article 18 (23))',
    )
  })

  it('grounds that the law bars, and why', () => {
    for (const ground of ['bank-secrecy', 'fiscal-only']) {
      const [finding] = validateForm(template('refusal'), { ...refusal, grounds: [ground] }, { at })
      expect(finding).to.include({ code: 'option-barred', path: 'grounds.0', severity: 'must' })
      expect(finding && sayFinding(finding, template('refusal'), 'fr')).to.match(
        /ce choix n’est pas accepté\. L’entraide ne peut être refusée .* article 18 \((8|22)\)/,
      )
    }
  })

  it('political motivation is barred in terrorism cases alone: as declared, or as the request says', () => {
    const political = { ...refusal, grounds: ['political-offence'] }
    const barred = ['must option-barred grounds.0']
    expect(codes('refusal', political)).to.deep.equal([])
    expect(codes('refusal', { ...political, terrorismOffence: true })).to.deep.equal(barred)
    const request = {
      offences: [{ title: 'x', terrorismInstrument: 'Terrorist Bombings Convention' }],
    }
    expect(codes('refusal', political, request)).to.deep.equal(barred)
    expect(codes('refusal', political, { offences: [{ title: 'x' }] })).to.deep.equal([])
  })

  it('a value of another kind, length or form; and what nobody asked', () => {
    const odd = {
      ...refusal,
      date: '2026-02-30',
      scope: 'most',
      part: 'x',
      grounds: ['dual-criminality', 'dual-criminality'],
      reasons: 'x'.repeat(20_001),
      consulted: 'yes',
      legalProvision: 'a\u202eb',
      surprise: 1,
    }
    expect(codes('refusal', odd)).to.have.members([
      'must unknown-field surprise',
      'must bad-format date',
      'must not-an-option scope',
      'should not-asked part',
      'must option-doubled grounds',
      'must too-long reasons',
      'must wrong-type consulted',
      'must control-characters legalProvision',
      'should not-affirmed consulted',
    ])
  })

  it('a name where the id of an authority is meant, with a help that says so', () => {
    const asked = { package: '01a20fe9-3216-7e33-bd9d-66c8841c8e02', reasons: 'Competent.' }
    const request = (recipient: string) => codes('transfer-request', { ...asked, recipient })
    expect(request('Court of Belmara')).to.deep.equal(['must bad-format recipient'])
    expect(request('xc.court')).to.deep.equal([])
    const redirected = { date: '2026-01-01', forwarded: true, reasons: 'Not competent.' }
    expect(codes('redirection', { ...redirected, authority: 'The court' })).to.deep.equal([
      'must bad-format authority',
    ])
    expect(codes('redirection', { ...redirected, authorityName: 'The court' })).to.deep.equal([])
  })

  it('is bounded for whatever a stranger wrote', () => {
    let deep: unknown = 'x'
    for (let level = 0; level < 100_000; level += 1) deep = [deep]
    const many = Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`k${n}`, n]))
    const hostile: readonly unknown[] = [
      undefined,
      null,
      7,
      'form',
      [],
      [refusal],
      many,
      { offences: deep, persons: deep, facts: deep, purpose: deep },
      { offences: Array.from({ length: 300_000 }, () => ({})), persons: { length: 1e9 } },
      JSON.parse(
        '{"__proto__":{"purpose":"x"},"constructor":1,"toString":2,"facts":{"__proto__":1}}',
      ),
      { purpose: { toString: 1 }, legalBasis: [null, [], 'x', { kind: '__proto__' }] },
      { assistance: Array.from({ length: 5000 }, () => many) },
    ]
    // Time of this process alone: how busy the machine is does not count.
    const before = process.cpuUsage()
    for (const form of hostile) {
      const findings = validateForm(template('mla-request'), form, { at })
      expect(findings.some(({ severity }) => severity === 'must')).to.equal(true)
      expect(findings.length).to.be.at.most(MAX_FINDINGS + 1)
      for (const finding of findings) sayFinding(finding, template('mla-request'), 'ar')
    }
    expect(process.cpuUsage(before).user / 1000).to.be.lessThan(5000)
  })

  it('says nothing that stands in the form', () => {
    const secret = 'Marek Oldrin'
    const form = { persons: [{ name: [secret], role: secret, birth: secret }], stage: secret }
    const findings = validateForm(template('mla-request'), form, { at })
    const said = findings.map((finding) => sayFinding(finding, template('mla-request'), 'en'))
    expect(JSON.stringify(findings) + said.join()).not.to.include(secret)
  })
})
