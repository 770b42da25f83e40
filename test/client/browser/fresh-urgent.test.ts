import { expect } from 'chai'
import { tabTitle } from '#client/browser/components/tab-title.js'
import { freshUrgent } from '#client/browser/inbox/fresh-urgent.js'
import type { Row } from '#client/browser/inbox/use-mailbox.js'

describe('a new urgent package', () => {
  const row = (id: string, changes: Partial<Row> = {}): Row =>
    ({ package: id, box: 'inbox', urgency: 'urgent', state: 'available', ...changes }) as Row

  it('is one that was not there before, is not routine, and that nobody has opened', () => {
    const rows = [
      row('new'),
      row('flash', { urgency: 'flash' }),
      row('old'),
      row('routine', { urgency: 'routine' }),
      row('read', { state: 'opened' }),
      row('ours', { box: 'sent' }),
    ]
    const fresh = freshUrgent(rows, new Set(['old']))
    expect(fresh.map((one) => one.package)).to.deep.equal(['new', 'flash'])
  })

  it('is counted where the tab is named', () => {
    expect(tabTitle({ title: 'Drafts', count: 2 })).to.equal('(2) Drafts · Rogatory')
    expect(tabTitle({ title: 'Drafts', count: 0 })).to.equal('Drafts · Rogatory')
    expect(tabTitle({ title: '', count: 1 })).to.equal('(1) Rogatory')
  })
})
