import { expect } from 'chai'
import { isUnread } from '#client/browser/inbox/filter-rows.js'
import type { Row } from '#client/browser/inbox/use-mailbox.js'

describe('a row of the inbox', () => {
  const row = (state: string, box = 'inbox') => ({ box, state }) as Row

  it('is unread until somebody has fetched it, also when that is late (D.4, E.2)', () => {
    const unread = ['submitted', 'available', 'notified', 'undelivered']
    for (const state of unread) expect(isUnread(row(state)), state).to.equal(true)
    for (const state of ['handed-over', 'accepted', 'refused', 'expired']) {
      expect(isUnread(row(state)), state).to.equal(false)
    }
    expect(isUnread(row('undelivered', 'sent'))).to.equal(false)
  })
})
