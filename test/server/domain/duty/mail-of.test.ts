import { expect } from 'chai'
import { Notice } from '#server/contract/notice.js'
import { mailOf } from '#server/domain/duty/mail-of.js'
import { webhookBody } from '#server/domain/duty/webhook-body.js'

const TIME = '2026-11-24T12:00:00.000Z'
const ID = '01934567-89ab-7cde-8f01-23456789abcd'
const to = { id: 'a'.repeat(64), authority: 'xb.pgo', at: TIME }
const notice = (of: object): Notice => Notice.parse({ ...to, ...of })

describe('what a notice says by mail', () => {
  const ending = { kind: 'keys.expiring', what: 'key', of: 'kid', ends: TIME }
  const step = { kind: 'handoff.step', handoff: ID, turn: 0, time: TIME }

  it('is what ends, and whether it has', () => {
    expect(mailOf(notice({ ...ending, warning: 30 })).subject).to.include('ends within 30 days')
    expect(mailOf(notice({ ...ending, warning: 0 })).subject).to.include('has ended')
  })

  it('is the step of a hand-off, with the moment that came where there is one', () => {
    const overdue = mailOf(notice({ ...step, code: 'H.5', moment: TIME }))
    expect(overdue.subject).to.equal('Rogatory: a translation for xb.pgo (H.5)')
    expect(overdue.text).to.include(ID).and.include(`The moment: ${TIME}.`)
    expect(mailOf(notice({ ...step, code: 'H.1', moment: null })).text).to.not.include('moment')
  })

  it('is of a clock that it lapses, and neither its case nor anything of its content', () => {
    const told = { clock: 'b'.repeat(64), revision: 1, due: TIME }
    const subjects = (['clock.warning', 'clock.lapsed'] as const).map((kind) => {
      const clock = notice({ ...told, kind, case: ID })
      const { subject, text } = mailOf(clock)
      expect(text).to.include(TIME).and.not.include(ID)
      const body = webhookBody(clock) ?? ''
      expect(JSON.parse(body)).to.deep.equal({
        type: kind,
        timestamp: TIME,
        data: { ...told, authority: to.authority },
      })
      return subject
    })
    expect(subjects).to.deep.equal([
      'Rogatory: a clock of xb.pgo is about to lapse',
      'Rogatory: a clock of xb.pgo has lapsed',
    ])
  })

  it('is next to nothing of what goes by socket alone, and nothing for a webhook', () => {
    const access = { kind: 'officer.access', kid: 'k'.repeat(43), what: 'revocation', client: null }
    expect(mailOf(notice(access)).text).to.equal('See: rogatory watch')
    expect(webhookBody(notice(access))).to.equal(undefined)
  })
})
