import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { exampleAuthorities } from '#client/example/authorities.js'
import { diskDocument } from '#client/files/disk-document.js'
import { LANGUAGES } from '#client/languages/language.js'
import { preFlight } from '#client/templates/pre-flight.js'
import type { PreFlightDraft } from '#client/templates/pre-flight/draft.js'
import { preFlightTexts } from '#client/templates/pre-flight/texts.js'
import { sayPreFlight } from '#client/templates/say-pre-flight.js'
import type { DirectoryEntry } from '#crypto/directory/entry.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'

// A Monday at noon in Amman.
const at = new Date('2026-11-30T09:00:00Z')
const entryOf = (position: number, changes: Partial<DirectoryEntry> = {}) =>
  ({ ...exampleAuthorities[position]?.data, ...changes }) as DirectoryEntry
const sender = entryOf(0)
const plain: Partial<DirectoryEntry> = { requirements: [], signatureRules: [] }

const draft: PreFlightDraft = {
  template: { id: 'mla-request', kind: 'request' },
  form: {
    legalBasis: [{ kind: 'treaty', instrument: 'UNTOC', article: '18' }],
    languages: { original: 'en' },
    urgency: { level: 'routine' },
  },
  urgency: 'routine',
  marks: { tlp: null, classification: null },
  documents: [{ name: 'a.pdf', mediaType: 'application/pdf', length: 1000 }],
}
type Changes = Omit<Partial<PreFlightDraft>, 'form'> & { readonly form?: object }

function found(changes: Changes = {}, entry: Partial<DirectoryEntry> = {}, now = at) {
  const form = { ...draft.form, ...changes.form }
  const recipient = entryOf(1, { ...plain, ...entry })
  return preFlight({ ...draft, ...changes, form }, { sender, recipient, at: now })
}
const codes = (...given: Parameters<typeof found>) =>
  found(...given).map(
    ({ code, severity, entryField }) => `${severity} ${code} ${entryField ?? '-'}`,
  )

describe('pre-flight against the entry of the counterpart', () => {
  const folder = temporaryFolder()

  it('finds nothing where all fits', () => {
    expect(codes()).to.deep.equal([])
  })

  it('takes what the product itself reads, whatever else the entry names', async () => {
    for (const name of ['released.rogatory-downgrade', 'original.rogatory-proof']) {
      const path = join(folder.path, name)
      await writeFile(path, '{}')
      expect(codes({ documents: [await diskDocument(path)] }), name).to.deep.equal([])
    }
  })

  const rows: readonly (readonly [string, string, Changes, Partial<DirectoryEntry>?])[] = [
    [
      'a language that is not taken',
      'must language-not-accepted languages',
      { form: { languages: { original: 'es' } } },
    ],
    [
      'in an emergency that is no obstacle',
      'should language-not-accepted languages',
      { urgency: 'emergency', form: { languages: { original: 'es' }, urgency: {} } },
    ],
    [
      'a language by reciprocity, which is mutual',
      'note language-by-reciprocity languages',
      { form: { languages: { original: 'es' } } },
      { languages: { normal: ['fr'], urgent: [], reciprocity: ['es'] } },
    ],
    [
      'a language by reciprocity, which is not',
      'should language-reciprocity-open languages',
      { form: { languages: { original: 'es' } } },
      { languages: { normal: ['ru'], urgent: [], reciprocity: ['es'] } },
    ],
    [
      'a treaty that does not bind them',
      'should basis-not-theirs instruments',
      { form: { legalBasis: [{ kind: 'treaty', instrument: 'Hague Convention' }] } },
    ],
    [
      'a convention that is no basis of extradition by itself',
      'should basis-not-sufficient legalBases',
      { template: { id: 'extradition-request', kind: 'request' } },
      { legalBases: [] },
    ],
    [
      'an authority that does not do this',
      'should not-competent functions',
      { template: { id: 'extradition-request', kind: 'request' } },
      { functions: ['mutual-legal-assistance'] },
    ],
    [
      'a penalty of death without assurance',
      'should assurance-death-penalty -',
      { form: { offences: [{ title: 'Murder', maximumPenalty: 'Death penalty' }] } },
    ],
    [
      'a judgment in absentia without assurance',
      'should assurance-retrial -',
      { form: { judgment: { inAbsentia: true } } },
    ],
    [
      'reciprocity that is not promised',
      'should assurance-reciprocity -',
      { form: { legalBasis: [{ kind: 'reciprocity' }] } },
    ],
    [
      'witnesses who travel without safe conduct',
      'should assurance-safe-conduct -',
      { form: { assistance: [{ kind: 'voluntary-appearance' }] } },
    ],
    [
      'coercion without dual criminality',
      'note dual-criminality laws',
      { form: { assistance: [{ kind: 'search' }] } },
    ],
    [
      'a format that is not taken',
      'should format-not-accepted accepts',
      { documents: [{ name: 'x', mediaType: 'video/mp4', length: 1 }] },
    ],
    [
      'documents that are too large',
      'must too-large accepts',
      { documents: [{ name: 'x', mediaType: 'application/pdf', length: 1001 }] },
      { accepts: { mediaTypes: [], maximumBytes: 1000 } },
    ],
    [
      'a secret',
      'must mark-above-channel -',
      { marks: { tlp: null, classification: 'NATO SECRET' } },
    ],
    [
      'a mark that the State of the recipient keeps under its own',
      'note mark-equivalent classifications',
      { marks: { tlp: null, classification: 'RESTRICTED' } },
      { classifications: [{ mark: 'DSP', level: 'restricted' }] },
    ],
    [
      'a mark as high as none of the recipient’s',
      'should mark-no-equivalent classifications',
      { marks: { tlp: null, classification: 'CONFIDENTIAL' } },
      { classifications: [{ mark: 'DSP', level: 'restricted' }] },
    ],
    [
      'TLP that is not to be passed on, and may be',
      'must marks-contradict -',
      { marks: { tlp: 'TLP:RED', classification: null, onwardTransfer: 'allowed' } },
    ],
    [
      'a retention that is over',
      'must retention-past -',
      { marks: { tlp: null, classification: null, retainUntil: '2026-11-29' } },
    ],
    [
      'other uses in the form than in the marks',
      'must uses-differ -',
      {
        marks: { tlp: null, classification: null, uses: ['lead'] },
        form: { permittedUses: ['lead', 'court'] },
      },
    ],
    [
      'a mark of one’s own',
      'should mark-unknown -',
      { marks: { tlp: null, classification: 'Eyes only' } },
    ],
    [
      'requirements in words',
      'note requirements requirements',
      {},
      { requirements: ['Two copies.'] },
    ],
    [
      'signature rules',
      'note signature-rules signatureRules',
      {},
      { signatureRules: ['Sign it.'] },
    ],
    [
      'a service that they do not name',
      'note channel-not-named channels',
      {},
      { channels: ['post'] },
    ],
    [
      'an emergency and nobody on duty',
      'should no-duty-contact dutyContact',
      { urgency: 'emergency', form: { urgency: {} } },
      { dutyContact: null },
    ],
    [
      'less urgent outside than inside',
      'should urgency-differs -',
      { form: { urgency: { level: 'urgent' } } },
    ],
  ]
  for (const [what, expected, changes, entry] of rows) {
    it(`${what}: ${expected}`, () => {
      expect(codes(changes, entry)).to.deep.equal([expected])
    })
  }

  it('knows their clock, their week and their holidays', () => {
    expect(codes({}, {}, new Date('2026-11-30T20:00:00Z'))).to.deep.equal([
      'note office-closed officeHours',
    ])
    expect(codes({}, {}, new Date('2026-11-28T09:00:00Z')), 'a Saturday').to.deep.equal([
      'note office-closed officeHours',
    ])
    expect(codes({}, {}, new Date('2026-11-29T09:00:00Z')), 'a Sunday').to.deep.equal([])
    expect(codes({}, {}, new Date('2027-05-24T22:00:00Z')), 'already the 25th there').to.deep.equal(
      ['note holiday holidays'],
    )
  })

  it('takes an instrument by its title in any language', () => {
    const named = 'Convention des Nations Unies contre la corruption'
    expect(codes({ form: { legalBasis: [{ kind: 'treaty', instrument: named }] } })).to.deep.equal(
      [],
    )
  })

  it('says every finding in six languages, with nothing left to fill', () => {
    const known = Object.keys(preFlightTexts)
    const seen = new Set<string>()
    const all = rows.flatMap(([, , changes, entry]) => found(changes, entry))
    for (const finding of all) {
      seen.add(finding.code)
      for (const language of LANGUAGES) {
        expect(sayPreFlight(finding, language)).to.not.match(/[{}]/).and.not.include('undefined')
      }
    }
    expect(known.filter((code) => !seen.has(code))).to.have.members([
      'basis-not-ours',
      'office-closed',
      'holiday',
    ])
  })
})
