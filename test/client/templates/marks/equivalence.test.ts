import { expect } from 'chai'
import fc from 'fast-check'
import { equivalentOf } from '#client/templates/marks/equivalent-of.js'
import { levelOf } from '#client/templates/marks/level-of.js'
import { onwardRule } from '#client/templates/marks/onward-rule.js'
import { ClassificationLevel } from '#crypto/directory/entry.js'
import { Marks } from '#crypto/package/manifest.js'

const xa = { state: 'XA' }
const level = fc.constantFrom(...ClassificationLevel.options)
const none = { tlp: null, classification: null }

describe('the equivalence of classifications', () => {
  it('knows marks by their words, in the six languages and however they are written', () => {
    const known = {
      'OFFICIAL-SENSITIVE': undefined,
      'Top Secret//NOFORN': 'top-secret',
      'NATO SECRET': 'secret',
      'для служебного пользования': 'restricted',
      DIFFUSION_RESTREINTE: 'restricted',
      绝密: 'top-secret',
      'UK OFFICIAL': 'official',
      Confidencial: 'confidential',
      // Spain means SECRET by it, others something low.
      Reservado: undefined,
    }
    for (const [mark, wanted] of Object.entries(known)) {
      expect(levelOf(mark, xa, 'XB'), mark).to.equal(wanted)
    }
  })

  it('goes by what two States have agreed before what one says to everybody, and by that before words', () => {
    const entry = {
      state: 'ES',
      classifications: [
        { mark: 'Reservado', level: 'secret' as const },
        { mark: 'RESERVADO', level: 'confidential' as const, with: 'XB' },
        { mark: 'Confidencial', level: 'restricted' as const },
      ],
    }
    expect(levelOf('reservado', entry, 'XB')).to.equal('confidential')
    expect(levelOf('reservado', entry, 'XC')).to.equal('secret')
    expect(levelOf('confidencial', entry, 'XC')).to.equal('restricted')
  })

  it('takes the next higher mark where there is no equal one', () => {
    const to = {
      state: 'XB',
      classifications: [
        { mark: 'TS', level: 'top-secret' as const },
        { mark: 'C', level: 'confidential' as const },
        { mark: 'C-XA', level: 'confidential' as const, with: 'XA' },
        { mark: 'C-XC', level: 'confidential' as const, with: 'XC' },
      ],
    }
    expect(equivalentOf('RESTRICTED', xa, to)).to.deep.equal({ level: 'restricted', mark: 'C-XA' })
    expect(equivalentOf('RESTRICTED', { state: 'XD' }, to).mark).to.equal('C')
    expect(equivalentOf('SECRET', xa, to).mark).to.equal('TS')
    expect(equivalentOf('Eyes only', xa, to)).to.deep.equal({ level: undefined, mark: null })
    expect(equivalentOf('SECRET', xa, { state: 'XB' }).mark).to.equal(null)
  })

  it('never lowers a mark, whatever the tables say', () => {
    const table = fc.array(
      fc.record({ mark: fc.constantFrom('a', 'b', 'c'), level, with: fc.constantFrom('XA', 'XB') }),
    )
    fc.assert(
      fc.property(table, table, fc.constantFrom('a', 'b', 'c', 'secret'), (ours, theirs, mark) => {
        const to = { state: 'XB', classifications: theirs }
        const { level: is, mark: kept } = equivalentOf(mark, { ...xa, classifications: ours }, to)
        if (is === undefined || kept === null) return
        const highest = theirs
          .filter((one) => one.mark === kept && one.with === 'XA')
          .map((one) => ClassificationLevel.options.indexOf(one.level))
        expect(Math.max(...highest)).to.be.at.least(ClassificationLevel.options.indexOf(is))
      }),
    )
  })

  it('lets what is marked be passed on by its strictest mark', () => {
    const rule = (marks: Partial<Marks>) => onwardRule({ ...none, ...marks }, xa, 'XB')
    expect(rule({})).to.equal('allowed')
    expect(rule({ tlp: 'TLP:GREEN', classification: 'OFFICIAL' })).to.equal('allowed')
    for (const marks of [
      { tlp: 'TLP:AMBER' as const },
      { tlp: 'TLP:RED' as const, onwardTransfer: 'allowed' as const },
      { classification: 'RESTRICTED' },
      { classification: 'Eyes only', onwardTransfer: 'allowed' as const },
      { onwardTransfer: 'with-consent' as const },
    ]) {
      expect(rule(marks), JSON.stringify(marks)).to.equal('with-consent')
    }
    expect(rule({ onwardTransfer: 'forbidden' })).to.equal('forbidden')
  })

  it('takes no marks but those of the format', () => {
    const isMarks = (more: object) => Marks.safeParse({ ...none, ...more }).success
    expect(isMarks({ uses: ['lead', 'court'], retainUntil: '2026-12-31' })).to.equal(true)
    expect(isMarks({ uses: [] })).to.equal(false)
    expect(isMarks({ uses: ['lead', 'lead'] })).to.equal(false)
    expect(isMarks({ uses: ['trade'] })).to.equal(false)
    expect(isMarks({ retainUntil: '2026-02-30' })).to.equal(false)
    expect(isMarks({ onwardTransfer: 'perhaps' })).to.equal(false)
  })
})
