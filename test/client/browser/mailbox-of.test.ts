import { expect } from 'chai'
import { mailboxOf, nextStart } from '#client/browser/inbox/mailbox-of.js'
import { ClientError } from '#client/core/client-error.js'
import type { ForgedRow } from '#client/core/packages/claimed-row.js'
import type { MailboxItem, MailboxLook } from '#client/core/packages/list-mailbox.js'

const at = (submitted: string) => ({ submitted, package: submitted }) as unknown as MailboxItem
const look = (days: readonly string[], next?: string): MailboxLook => ({
  items: days.map(at),
  forged: [],
  next,
})
const EMPTY = look([])

describe('the list of packages', () => {
  it('has both boxes in one, the newest first, of all steps', () => {
    const { rows, steps } = mailboxOf([
      { inbox: look(['2026-03-01'], 'c'), sent: look(['2026-02-01']) },
      { inbox: look(['2026-01-01']), sent: EMPTY },
    ])
    expect(rows.map(({ box, submitted }) => `${box} ${submitted}`)).to.deep.equal([
      ...['inbox 2026-03-01', 'sent 2026-02-01', 'inbox 2026-01-01'],
    ])
    expect(steps).to.equal(2)
  })

  it('says how many of each box it has looked at, what does not verify counted along', () => {
    const inbox = { ...look(['2026-03-01']), forged: [{} as ForgedRow] }
    const { listed, forged } = mailboxOf([
      { inbox, sent: EMPTY },
      { inbox: look(['2026-02-01']), sent: look(['2026-01-01']) },
    ])
    expect(listed).to.deep.equal({ inbox: 3, sent: 1 })
    expect(forged).to.have.length(1)
  })

  it('is cut where the last step left something in either box', () => {
    const cut = { inbox: EMPTY, sent: look(['2026-03-01'], 'c') }
    expect(mailboxOf([cut]).isCut).to.equal(true)
    expect(mailboxOf([cut, { inbox: EMPTY, sent: EMPTY }]).isCut).to.equal(false)
  })

  it('goes on where each box stopped, and no more in one that is at its end', () => {
    expect(nextStart({ inbox: look([], 'a'), sent: look([], 'b') })).to.deep.equal({
      inbox: 'a',
      sent: 'b',
    })
    expect(nextStart({ inbox: look([], 'a'), sent: EMPTY })).to.deep.equal({
      inbox: 'a',
      sent: null,
    })
    expect(nextStart({ inbox: EMPTY, sent: EMPTY })).to.equal(undefined)
  })

  it('is not believed when a package stands in two steps', () => {
    const step = { inbox: look(['2026-03-01'], 'c'), sent: EMPTY }
    expect(() => mailboxOf([step, step])).to.throw(ClientError)
  })
})
