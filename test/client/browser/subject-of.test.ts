import { expect } from 'chai'
import { subjectOf } from '#client/browser/case/subject-of.js'

describe('what a request is about, as a list of cases says it', () => {
  it('is the reference of its sender and its subject, whichever the form has', () => {
    const subjectMatter = 'Accounts in Belmara'
    expect(subjectOf({ reference: '14/26', subjectMatter })).to.equal('14/26 · Accounts in Belmara')
    expect(subjectOf({ subject: 'Bank records' })).to.equal('Bank records')
    expect(subjectOf({ reference: '14/26', subjectMatter: ' ' })).to.equal('14/26')
  })

  it('is nothing where a form says neither, or no text', () => {
    expect(subjectOf({})).to.equal(undefined)
    expect(subjectOf({ reference: 14, subjectMatter: { of: 'no text' } })).to.equal(undefined)
  })

  it('is cut where a stranger has written much', () => {
    expect(subjectOf({ subjectMatter: 'x'.repeat(5_000) })).to.equal(`${'x'.repeat(160)}…`)
  })
})
