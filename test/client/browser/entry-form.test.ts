import { expect } from 'chai'
import { entryForm, entrySaid } from '#client/browser/own-entry/entry-form.js'
import { saidOtherwise } from '#client/core/directory/entry-says.js'
import { withoutBlanks } from '#client/templates/without-blanks.js'
import type { DirectoryEntry } from '#crypto/directory/entry.js'

const ENTRY = {
  authority: 'xa.moj',
  kind: 'authority',
  version: 3,
  supersedes: null,
  state: 'XA',
  validFrom: '2026-01-01T00:00:00.000Z',
  validTo: '2027-01-01T00:00:00.000Z',
  names: { en: 'Ministry', ar: 'وزارة' },
  functions: ['extradition'],
  instruments: ['UNTOC', 'UNCAC'],
  legalBases: ['UNCAC'],
  laws: [],
  requirements: ['In two copies.'],
  signatureRules: [],
  languages: { normal: ['en', 'fr'], urgent: ['en'], reciprocity: [] },
  timeZone: 'Europe/Paris',
  officeHours: [{ days: [1, 2], from: '09:00', to: '24:00' }],
  holidays: [{ from: '2026-12-24', to: '2026-12-26' }],
  contact: {},
  dutyContact: null,
  channels: ['post', 'iber@'],
  interpol: false,
  policy: { approvals: 1 },
  keys: [],
  accepts: { mediaTypes: ['application/pdf'], maximumBytes: 1_500_000 },
  classifications: [{ mark: 'SECRET', level: 'secret' }],
} as unknown as DirectoryEntry

describe('the form of the own entry', () => {
  const filled = (change: object = {}) => withoutBlanks({ ...entryForm(ENTRY), ...change })
  const changed = (change: object) => {
    const { says } = entrySaid(filled(change), ENTRY)
    return says && saidOtherwise(ENTRY, says)
  }

  it('says what the entry says, as long as nothing is changed', () => {
    expect(entrySaid(filled(), ENTRY).wrong).to.deep.equal([])
    expect(changed({})).to.deep.equal([])
  })

  it('says what was changed, and what was taken out', () => {
    expect(changed({ interpol: true, functions: [] })).to.deep.equal(['functions', 'interpol'])
    expect(changed({ instruments: [{ name: 'UNCAC' }] })).to.deep.equal([
      'instruments',
      'legalBases',
    ])
    expect(changed({ classifications: [] })).to.deep.equal(['classifications'])
    expect(changed({ dutyContact: { telephone: '+999 555 0100' } })).to.deep.equal(['dutyContact'])
    expect(changed({ maximumMebibytes: '2', contact: {} })).to.deep.equal(['accepts'])
  })

  it('names the place that does not fit', () => {
    const wrong = (change: object) => entrySaid(filled(change), ENTRY).wrong
    expect(wrong({ contact: { telephone: 'by post' } })).to.deep.equal(['contact.telephone'])
    expect(wrong({ names: [] })).to.deep.equal(['names'])
    const twice = { language: 'en', name: 'Ministry' }
    expect(wrong({ names: [twice, twice] })).to.deep.equal(['names'])
    expect(wrong({ timeZone: 'Europe/Pari' })).to.deep.equal(['timeZone'])
    expect(wrong({ maximumMebibytes: 'much' })).to.deep.equal(['maximumMebibytes'])
    expect(wrong({ officeHours: [{ days: ['1'], from: '17:00', to: '09:00' }] })).to.deep.equal([
      'officeHours.0',
    ])
    expect(wrong({ instruments: [{ name: 'x'.repeat(200) }] })).to.deep.equal([
      'instruments.0.name',
    ])
  })
})
