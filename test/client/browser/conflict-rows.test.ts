import { expect } from 'chai'
import { conflictRows } from '#client/browser/drafts/conflict-rows.js'

const TEMPLATE = { template: { id: 'mla-request', version: 1 } }
const OUTSIDE = {
  label: (at: string) => (at === 'title' ? 'Name of the draft' : undefined),
  value: (at: string, value: unknown) => (at === 'title' ? String(value) : undefined),
}
const rowsOf = (...conflicts: Parameters<typeof conflictRows>[0]) =>
  conflictRows(conflicts, TEMPLATE, 'en', OUTSIDE)

describe('what two versions of a draft say differently', () => {
  it('stands side by side at each place, by the labels of its form', () => {
    const [row] = rowsOf({
      at: 'form.subjectMatter',
      yours: 'Accounts in Belmara',
      theirs: 'Accounts',
    })
    expect(row).to.include({ at: 'form.subjectMatter' })
    expect(row?.place).not.to.include('subjectMatter')
    expect(row?.beside).to.include('Accounts in Belmara')
    expect(row?.inForce).to.include('Accounts').and.not.to.include('Belmara')
  })

  it('is said whole where it is a list, and empty where one has taken it away', () => {
    const [row] = rowsOf({
      at: 'form.offences',
      yours: [{ title: 'Fraud' }, { title: 'Bribery' }],
      theirs: undefined,
    })
    expect(row?.beside).to.include('Fraud').and.to.include('Bribery')
    expect(row?.beside.split('\n')).to.have.length(2)
    expect(row?.inForce).to.equal('')
  })

  it('is of what stands outside of the form, too, and of what nobody has words for', () => {
    expect(rowsOf({ at: 'title', yours: 'Ours', theirs: 'Theirs' })).to.deep.equal([
      { at: 'title', place: 'Name of the draft', beside: 'Ours', inForce: 'Theirs' },
    ])
    const [row] = rowsOf({ at: 'marks.uses', yours: ['this-case'], theirs: null })
    expect(row).to.deep.include({ place: 'marks.uses', inForce: '' })
    expect(row?.beside).to.include('this-case')
  })
})
