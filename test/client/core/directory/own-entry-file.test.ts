import { expect } from 'chai'
import { entryChanges, OwnEntryFile, ownEntryFile } from '#client/core/directory/own-entry-file.js'
import { entryChangeLines } from '#client/cli/lines/entry-change-lines.js'
import type { DirectoryEntry } from '#crypto/directory/entry.js'
import { world } from '#test/support/world/world.js'

describe('the own entry as a file', () => {
  let entry: DirectoryEntry
  before(async () => {
    entry = (await world()).xa.entry.payload
  })
  const changed = (file: object) => entryChanges(OwnEntryFile.parse(file), entry)
  const refusal = (file: object) => {
    try {
      changed(file)
    } catch (error) {
      return (error as Error).message
    }
    return undefined
  }

  it('changes nothing as it was written', () => {
    const file = ownEntryFile(entry)
    expect(file).not.to.have.any.keys('keys', 'version', 'supersedes', 'validTo', 'kind')
    expect(changed(JSON.parse(JSON.stringify(file)) as object)).to.deep.equal({
      says: {},
      changes: [],
    })
  })

  it('changes what it names, and shows of it what differs', () => {
    const languages = { ...entry.languages, urgent: ['ru'] }
    const dutyContact = { telephone: '+41 22 000 0099' }
    const { says, changes } = changed({ languages, dutyContact, functions: entry.functions })
    expect(says).to.deep.equal({ languages, dutyContact })
    expect(entryChangeLines(changes)).to.include('  + urgent ["ru"]')
    expect(entryChangeLines(changes).join('\n')).not.to.include('normal')
  })

  it('takes classifications back by null, which else stay', () => {
    const known = { ...entry, classifications: [{ mark: 'SECRET', level: 'secret' as const }] }
    const none = entryChanges(OwnEntryFile.parse({ classifications: null }), known)
    expect(none.says).to.deep.equal({ classifications: undefined })
    expect(none.changes.map(({ member }) => member)).to.deep.equal(['classifications'])
    expect(entryChanges(OwnEntryFile.parse({}), known).changes).to.deep.equal([])
  })

  it('is refused for another authority, for keys, and where no entry would come of it', () => {
    expect(refusal({ authority: 'xq.moj' })).to.include('authority is')
    expect(OwnEntryFile.safeParse({ keys: [] }).success).to.equal(false)
    expect(refusal({ legalBases: ['A treaty that it does not name'] })).to.include('legalBases')
    expect(refusal({ timeZone: 'Atlantis/Capital' })).to.include('timeZone')
  })

  it('says the order of a list that is only put in another one', () => {
    const lines = entryChangeLines([
      { member: 'channels', before: ['post', 'courier'], after: ['courier', 'post'] },
    ])
    expect(lines).to.deep.equal(['channels:', '  in this order: ["courier","post"]'])
  })
})
