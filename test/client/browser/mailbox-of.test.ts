import { expect } from 'chai'
import { mailboxOf } from '#client/browser/inbox/mailbox-of.js'
import type { ForgedRow } from '#client/core/packages/claimed-row.js'
import type { MailboxItem } from '#client/core/packages/list-mailbox.js'

const at = (submitted: string) => ({ submitted }) as MailboxItem
const EMPTY = { items: [], forged: [] }

describe('the list of packages', () => {
  it('has both boxes in one, the newest first', () => {
    const inbox = { items: [at('2026-03-01'), at('2026-01-01')], forged: [] }
    const { rows } = mailboxOf({ inbox, sent: { items: [at('2026-02-01')], forged: [] } }, 400)
    expect(rows.map(({ box, submitted }) => `${box} ${submitted}`)).to.deep.equal([
      ...['inbox 2026-03-01', 'sent 2026-02-01', 'inbox 2026-01-01'],
    ])
  })

  it('says that it is cut where a box may hold more, what does not verify counted along', () => {
    const inbox = { items: [at('2026-03-01')], forged: [{} as ForgedRow] }
    expect(mailboxOf({ inbox, sent: EMPTY }, 3).isCut).to.equal(false)
    expect(mailboxOf({ inbox, sent: EMPTY }, 2).isCut).to.equal(true)
    expect(mailboxOf({ inbox: EMPTY, sent: inbox }, 2).isCut).to.equal(true)
  })
})
