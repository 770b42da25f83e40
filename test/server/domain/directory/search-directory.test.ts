import { expect } from 'chai'
import { type EntryFilter, matchesEntry } from '#crypto/directory/entry-filter.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { listAuthorities } from '#server/domain/directory/list-authorities.js'
import { fakeRelay } from '#test/support/fake-relay.js'
import { world } from '#test/support/world/world.js'

describe('searching the directory', () => {
  it('finds by State, function, instrument, language and words', async () => {
    const { claims } = (await world()).xb
    const names = { fr: 'Ministère de la Justice', ru: 'Министерство юстиции' }
    const entry = {
      ...claims,
      names,
      instruments: ['UNTOC', 'UNCAC'],
      languages: { normal: ['fr', 'en-GB'], urgent: ['ru'], reciprocity: [] },
    }
    const fits = (filter: EntryFilter) => matchesEntry(entry, filter)
    const found: EntryFilter[] = [
      {},
      { state: 'XB' },
      { function: 'mutual-legal-assistance' },
      { instrument: 'uncac' },
      { language: 'en' },
      { language: 'ru' },
      { search: 'justice MINISTERE' },
      { search: 'министерство' },
      { search: 'xb.p' },
      { state: 'XB', language: 'fr', search: 'pgo' },
    ]
    for (const filter of found) expect(fits(filter), JSON.stringify(filter)).to.equal(true)
    const not: EntryFilter[] = [
      { state: 'XA' },
      { function: 'extradition' },
      { instrument: 'UN' },
      { language: 'en-US' },
      { search: 'justice finance' },
      { state: 'XB', language: 'de' },
    ]
    for (const filter of not) expect(fits(filter), JSON.stringify(filter)).to.equal(false)
  })

  it('goes from page to page of what fits', async () => {
    const relay = await fakeRelay()
    const list = listAuthorities(relay)
    const ids: unknown[] = []
    let after: string | undefined
    do {
      const { entries, next } = await list({ limit: 1, search: 'authority', after })
      for (const { statement } of entries) {
        ids.push(((await readStatement(statement)).payload as { authority: string }).authority)
      }
      after = next ?? undefined
    } while (after !== undefined)
    expect(ids).to.deep.equal(['xa.moj', 'xb.pgo', 'xc.court', 'zz.relay'])
    const { entries, next } = await list({ limit: 50, state: 'XC' })
    expect([entries.length, next]).to.deep.equal([1, null])
  })
})
