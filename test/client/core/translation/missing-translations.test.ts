import { expect } from 'chai'
import { caseTranslations } from '#client/core/translation/case-translations.js'
import { missingTranslations } from '#client/core/translation/missing-translations.js'
import { readPackage } from '#client/core/packages/open-package.js'
import { acceptedLanguages } from '#client/templates/pre-flight/accepted-languages.js'
import type { HandoffState } from '#crypto/translation/handoff-state.js'
import { constellation } from '#test/support/client/constellation.js'
import { sampleHandoff } from '#test/support/sample-handoff.js'

const takes = (normal: string[], urgent: string[] = [], reciprocity: string[] = []) => ({
  languages: { normal, urgent, reciprocity },
})
const form = { languages: { original: 'ar', translations: [] as string[] } }
const documents = [{ name: 'request.txt' }, { name: 'annex.pdf' }]
const begun: HandoffState = {
  stage: 'assigned',
  turn: 0,
  overdue: false,
  returned: null,
  translation: null,
  machine: 'none',
  reminded: [],
  returns: 0,
}

describe('the need of a translation', () => {
  it('goes by what the reader takes for that urgency, and from whom', () => {
    const sender = takes(['ar'])
    const entry = takes(['fr'], ['en'], ['es'])
    expect(acceptedLanguages(entry, sender, 'routine')).to.deep.equal(['fr'])
    expect(acceptedLanguages(entry, sender, 'urgent')).to.deep.equal(['fr', 'en'])
    expect(acceptedLanguages(entry, sender, 'emergency')).to.deep.equal(['fr', 'en'])
    expect(acceptedLanguages(entry, takes(['fr-CA']), 'routine')).to.deep.equal(['fr', 'es'])
  })

  it('is of every document, unless the original or a translation is in such a language', () => {
    const missing = missingTranslations({ form, documents }, ['fr', 'en'])
    expect(missing.map(({ name, from, progress }) => [name, from, progress])).to.deep.equal([
      ['request.txt', 'ar', 'missing'],
      ['annex.pdf', 'ar', 'missing'],
    ])
    expect(missing[0]?.into).to.deep.equal(['fr', 'en'])
    expect(missingTranslations({ form, documents }, ['ar-EG'])).to.deep.equal([])
    const both = { languages: { original: 'ar', translations: ['en-GB'] } }
    expect(missingTranslations({ form: both, documents }, ['fr', 'en'])).to.deep.equal([])
    const translation = { name: 'demande.txt', role: 'translation' as const }
    const all = missingTranslations({ form, documents: [...documents, translation] }, ['fr'])
    expect(all).to.have.length(2)
  })

  it('is not made up where the form names no language, or the reader none', () => {
    expect(missingTranslations({ form: {}, documents }, ['fr'])).to.deep.equal([])
    expect(missingTranslations({ form, documents }, [])).to.deep.equal([])
    const nonsense = { languages: { original: { toString: 'ar' } as never, translations: 7 } }
    expect(missingTranslations({ form: nonsense, documents }, ['fr'])).to.deep.equal([])
  })

  it('is met step by step by hand-offs into such a language; one that ended meets nothing', () => {
    const payload = sampleHandoff()
    const [part] = payload.source.parts
    if (part === undefined) throw new TypeError('the sample has parts')
    const text = { form, documents: [{ name: 'request.txt', part: part.part }] }
    const of = (changes: Partial<HandoffState>, accepted = ['fr']) =>
      missingTranslations(text, accepted, [{ payload, state: { ...begun, ...changes } }])[0]
    expect(of({})).to.include({ progress: 'handed-over', handoff: payload.handoff })
    const returned = { digest: 'a', act: {} as never }
    expect(of({ stage: 'delivered', returned })?.progress).to.equal('returned')
    expect(of({ stage: 'countersigned', returned })?.progress).to.equal('certified')
    expect(of({ stage: 'recalled' })).to.include({ progress: 'missing', handoff: undefined })
    expect(of({ stage: 'exhausted' })?.progress).to.equal('missing')
    // Into another language than the reader takes.
    expect(of({ stage: 'certified' }, ['en'])?.progress).to.equal('missing')
  })

  it('of a case is told to each side for what it sent and received', async () => {
    const net = await constellation()
    // A life is not to depend on a translation: whatever is less urgent is not even sent.
    const id = await net.sent({
      urgency: 'emergency',
      form: { purpose: 'Service', languages: { original: 'ru', translations: [] } },
    })
    await net.settle()
    const told = await caseTranslations(net.ana, [await readPackage(net.ana, id)])
    const [to, by] = [net.relay.xb, net.relay.xa].map(({ entry }) => entry.payload)
    if (to === undefined || by === undefined) throw new TypeError('both have entries')
    const into_ = acceptedLanguages(to, by, 'emergency')
    expect(told.map(({ name, reader, into }) => [name, reader, into])).to.deep.equal([
      ['summons.pdf', net.relay.xb.id, into_],
      ['annex.pdf', net.relay.xb.id, into_],
    ])
    const received = await caseTranslations(net.berta, [await readPackage(net.berta, id)])
    expect(received.map(({ package: pkg, progress }) => [pkg, progress])).to.deep.equal([
      [id, 'missing'],
      [id, 'missing'],
    ])
  })
})
