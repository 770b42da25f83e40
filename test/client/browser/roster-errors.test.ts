import { expect } from 'chai'
import { rosterErrors } from '#client/browser/duty/roster-errors.js'

const ROSTER = {
  persons: [],
  shifts: [],
  exceptions: [],
  backup: [],
  keyWarnings: [],
}
const told = (...webhooks: string[]) =>
  rosterErrors({ ...ROSTER, webhooks }, ((key: string) => key) as never)

describe('what keeps a roster from being set', () => {
  it('is an address that cannot be called, or more than four of them', () => {
    expect(told('https://duty.example/alerts')).to.deep.equal({})
    const wrong = { webhooks: 'needWebhook' }
    expect(told('http://duty.example/alerts')).to.deep.equal(wrong)
    expect(told('duty.example')).to.deep.equal(wrong)
    const one = 'https://duty.example/'
    expect(told(one, `${one}2`, `${one}3`, `${one}4`)).to.deep.equal({})
    expect(told(one, `${one}2`, `${one}3`, `${one}4`, `${one}5`)).to.deep.equal(wrong)
  })
})
