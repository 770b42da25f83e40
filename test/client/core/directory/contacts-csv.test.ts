import { expect } from 'chai'
import { contactOf } from '#client/core/directory/contact.js'
import { contactsFromCsv, contactsToCsv } from '#client/core/directory/contacts-csv.js'
import { matchesContact } from '#client/core/directory/matches-contact.js'
import type { EntryFilter } from '#crypto/directory/entry-filter.js'
import { formatCsv, parseCsv } from '#client/core/csv.js'
import { codeOf } from '#test/support/code-of.js'
import { world } from '#test/support/world/world.js'

describe('contacts as CSV', () => {
  it('come back as they went, whatever stands in a cell', () => {
    const rows = [
      ['plain', '', 'a,b', 'say "x"', 'two\r\nlines', 'ünï'],
      ['=1+1', '+41 22', '-x', '@x', "'=1", "'plain"],
      ['', ''],
      ['last', ''],
    ]
    expect(parseCsv(formatCsv(rows))).to.deep.equal(rows)
    expect(parseCsv('\uFEFFa,b\nc,d')).to.deep.equal([
      ['a', 'b'],
      ['c', 'd'],
    ])
  })

  it('hold no cell that a spreadsheet would run', () => {
    for (const evil of ['=cmd()', '+1', '-1', '@x', '\tx', '\rx', "'=x"]) {
      expect(formatCsv([[evil]]).replace(/^"/, '')[0], evil).to.equal("'")
    }
  })

  it('refuse what is no CSV, and what is too large', async () => {
    for (const text of ['"open', '"a"b', 'a"b', 'x'.repeat(20_001), 'a,'.repeat(100_001)]) {
      expect(await codeOf(() => parseCsv(text)), text.slice(0, 9)).to.equal('usage')
    }
  })

  it('are of an entry, and refuse columns and values of no contact', async () => {
    const { xb } = await world()
    const contact = { ...contactOf(xb.entry.payload), telephone: '+41 22 000', address: '=A1, x' }
    const text = contactsToCsv([contact])
    expect(contactsFromCsv(text)).to.deep.equal([contact])
    for (const [from, to] of [
      ['XB', 'QQ9'],
      ['state', 'country'],
      ['UNTOC', 'UNTOC,more'],
      ['mutual-legal-assistance', 'extortion'],
    ] as const) {
      expect(await codeOf(() => contactsFromCsv(text.replace(from, to))), to).to.equal('usage')
    }
  })

  it('are sought as entries are', async () => {
    const contact = { ...contactOf((await world()).xb.entry.payload), authority: null }
    const fits = { name: 'Générale Prosecution', languages: ['fr-CH'], instruments: ['UNTOC'] }
    const sought = (filter: EntryFilter) => matchesContact({ ...contact, ...fits }, filter)
    for (const filter of [{}, { state: 'XB' }, { language: 'fr' }, { search: 'generale' }]) {
      expect(sought(filter), JSON.stringify(filter)).to.equal(true)
    }
    for (const filter of [{ state: 'XA' }, { instrument: 'UNCAC' }, { search: 'xb.pgo' }]) {
      expect(sought(filter), JSON.stringify(filter)).to.equal(false)
    }
  })
})
