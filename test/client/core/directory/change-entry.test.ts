import { expect } from 'chai'
import { changeEntry } from '#client/core/directory/change-entry.js'
import { entryHistory } from '#client/core/directory/entry-history.js'
import { setPolicy } from '#client/core/directory/set-policy.js'
import { type Constellation, constellation } from '#test/support/client/constellation.js'
import { rejection } from '#test/support/rejection.js'

describe('an entry that says something otherwise', () => {
  let c: Constellation
  beforeEach(async () => {
    c = await constellation()
  })
  const current = async () => (await c.berta.directory.current(c.berta.officer.authority)).payload
  const history = async () =>
    entryHistory(await c.berta.directory.history(c.berta.officer.authority))

  it('is the next version, in which all else is as it was', async () => {
    const { identity } = c.relay.xb
    const before = await current()
    const languages = { normal: ['ar', 'fr'], urgent: ['ar'], reciprocity: [] }
    await changeEntry(c.berta, identity, { languages, dutyContact: null })
    const after = await current()
    expect(after.version).to.equal(before.version + 1)
    expect(after.languages).to.deep.equal(languages)
    expect(after.keys).to.deep.equal(before.keys)
    // The same again is no version of its own.
    await changeEntry(c.berta, identity, { languages })
    expect((await current()).version).to.equal(after.version)
  })

  it('shows what each version changed, the newest first', async () => {
    const { identity } = c.relay.xb
    const classifications = [{ mark: 'SECRET', level: 'secret' as const }]
    await changeEntry(c.berta, identity, { classifications, interpol: true })
    await setPolicy(c.berta, identity, { approvals: 1 })
    await changeEntry(c.berta, identity, { classifications: undefined })
    expect((await history()).slice(0, 3).map(({ changed }) => changed)).to.deep.equal([
      ['classifications'],
      ['policy'],
      ['classifications', 'interpol'],
    ])
    expect((await history()).at(-1)).to.deep.include({ version: 1, changed: [], added: [] })
    expect(await current()).not.to.have.property('classifications')
  })

  it('is not signed when it does not fit', async () => {
    const contact = { telephone: 'by post' }
    expect(await rejection(changeEntry(c.berta, c.relay.xb.identity, { contact }))).to.include({
      code: 'directory/entry',
    })
  })
})
