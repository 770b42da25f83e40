import { expect } from 'chai'
import type { DutyRoster } from '#crypto/duty/duty-roster.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { signRoster } from '#crypto/duty/roster-statement.js'
import { OfficerId } from '#crypto/fields/fields.js'
import {
  addressesOf,
  DUTY_CONTACT,
  KEY_KEEPERS,
  OPERATOR,
  officerTarget,
} from '#server/domain/duty/addresses-of.js'
import { type FakeRelay, fakeRelay } from '#test/support/fake-relay.js'
import { rosterOf } from '#test/support/sample-roster.js'
import { NOW } from '#test/support/world/moments.js'

const ann = OfficerId.parse('019b76da-a800-7000-8000-000000000001')
const ben = OfficerId.parse('019b76da-a800-7000-8000-000000000002')

describe('the mailboxes behind a target', () => {
  let relay: FakeRelay
  beforeEach(async () => {
    relay = await fakeRelay()
  })
  const of = (target: string, authority = relay.xb.id, operatorEmail?: string) =>
    addressesOf({ ...relay, operatorEmail })(authority, target)
  async function onRoster(changes: Partial<DutyRoster>) {
    const roster = await signRoster(rosterOf([ann, ben], changes), relay.registrar.key)
    const kept = { authority: relay.xb.id, version: 1, digest: await digestOf(roster) }
    const { credential } = relay.registrar
    await relay.rosters.replace({ ...kept, roster, credential, keptAt: NOW })
  }

  it('are the operator’s, where there is one', async () => {
    expect(await of(OPERATOR)).to.deep.equal([])
    expect(await of(OPERATOR, relay.xb.id, 'op@relay.example')).to.deep.equal(['op@relay.example'])
  })

  it('are an officer’s as the roster has them, and none of whoever left it', async () => {
    expect(await of(officerTarget(ann))).to.deep.equal([])
    await onRoster({})
    expect(await of(officerTarget(ben))).to.deep.equal(['duty2@xb.example'])
    const gone = ben.replace(/2$/, '9')
    expect(await of(officerTarget(gone))).to.deep.equal([])
  })

  it('are the entry’s for the 24/7 contact, and for keys where the roster names nobody', async () => {
    const { contact, dutyContact } = relay.xb.entry.payload
    const mailboxes = [dutyContact?.email ?? []].flat()
    expect(await of(DUTY_CONTACT)).to.deep.equal(mailboxes)
    expect(await of(KEY_KEEPERS)).to.deep.equal([contact.email ?? []].flat())
    await onRoster({ keyWarnings: [ann] })
    expect(await of(KEY_KEEPERS)).to.deep.equal(['duty1@xb.example'])
  })

  it('are none of an authority that nobody knows', async () => {
    const nobody = relay.xb.id.replace('xb.pgo', 'xq.nobody') as typeof relay.xb.id
    expect(await of(DUTY_CONTACT, nobody)).to.deep.equal([])
    expect(await of(KEY_KEEPERS, nobody)).to.deep.equal([])
  })
})
