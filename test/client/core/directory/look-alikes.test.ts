import { expect } from 'chai'
import { lookAlikes } from '#client/core/directory/look-alikes.js'
import { AuthorityId } from '#crypto/fields/fields.js'

const named = (id: string, ...names: string[]) => ({
  authority: AuthorityId.parse(id),
  state: id.slice(0, 2).toUpperCase(),
  names: Object.fromEntries(names.map((name, place) => [['en', 'fr', 'ru'][place] ?? 'x', name])),
})
const alike = (a: string, b: string) => lookAlikes([named('xa.moj', a), named('xb.pgo', b)])

describe('names of authorities that look alike', () => {
  for (const [what, a, b] of [
    ['Cyrillic letters', 'Ministry of Justice', 'Mіnіѕtry оf Juѕtісе'],
    ['a Greek capital', 'Attorney General', 'Αttorney General'],
    ['l for I', 'Ministry of Interior', 'Ministry of lnterior'],
    ['rn for m', 'Crime Office', 'Crirne Office'],
    ['capitals', 'Ministry of Justice', 'MINISTRY OF JUSTICE'],
    ['full-width letters', 'Justice', 'Ｊｕｓｔｉｃｅ'],
    ['an invisible character', 'Justice', 'Jus\u{200b}tice'],
    ['a no-break space', 'Ministry of Justice', 'Ministry\u{a0}of Justice'],
    ['composition', 'Procuraduría', 'Procuradurı́a'],
  ] as const) {
    it(`are found: ${what}`, () => {
      expect(alike(a, b)).to.deep.equal([{ authorities: ['xa.moj', 'xb.pgo'], names: [a, b] }])
    })
  }

  it('are told apart from names that do not, and from the same name of another State', () => {
    expect(alike('Ministry of Justice', 'Ministry of the Interior')).to.deep.equal([])
    expect(alike('Министерство юстиции', 'Ministry of Justice')).to.deep.equal([])
    expect(alike('Ministry of Justice', 'Ministry of Justice')).to.deep.equal([])
  })

  it('within one State are found even when they are the same', () => {
    const same = [named('xa.moj', 'Ministry of Justice'), named('xa.min', 'Ministry of Justice')]
    expect(lookAlikes(same)).to.have.length(1)
  })

  it('are looked for in every language, each pair is named once, and nobody is like themselves', () => {
    const entries = [
      named('xa.moj', 'Justice', 'JUSTICE', 'Юстиция'),
      named('xb.pgo', 'Jυstice', 'Justicе', 'ЮСТИЦИЯ'),
      named('xc.court', 'Court'),
    ]
    expect(lookAlikes(entries).map(({ authorities }) => authorities)).to.deep.equal([
      ['xa.moj', 'xb.pgo'],
    ])
  })

  it('are ids, too', () => {
    const [found] = lookAlikes([named('xa.rnoj', 'One'), named('xa.moj', 'Two')])
    expect(found?.names).to.deep.equal(['xa.moj', 'xa.rnoj'])
  })
})
