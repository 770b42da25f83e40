import { expect } from 'chai'
import { waitingEnrolments } from '#client/core/enrolment/waiting-enrolments.js'
import type { Operator } from '#client/core/operations/operator.js'
import { requireGoodPassphrase } from '#client/core/officers/passphrase-rule.js'
import type { Relay } from '#client/core/ports.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { issueNetworkRoot } from '#crypto/pki/issue-network-root.js'
import { constellation } from '#test/support/client/constellation.js'
import { codeOf } from '#test/support/code-of.js'
import { type FakeRelay, fakeRelay } from '#test/support/fake-relay.js'
import { rotateOperator } from '#test/support/rotate-operator.js'
import { BEGIN, END, NOW } from '#test/support/world/moments.js'
import {
  applyAsNewcomer,
  certify,
  inviteNewcomer,
  newcomer,
} from '#test/support/world/sample-enrolment.js'

type Given = { readonly invitation: string; readonly application: string }

describe('applications that wait for the operator', () => {
  let fake: FakeRelay
  let good: Given
  before(async () => {
    fake = await fakeRelay()
    const invitation = await inviteNewcomer(fake.operatorKey)
    good = { invitation, application: await applyAsNewcomer(invitation) }
  })

  async function waiting(...enrolments: readonly Given[]) {
    const relay = { call: () => Promise.resolve({ enrolments, more: false }) } as unknown as Relay
    const operator: Operator = {
      root: fake.root,
      key: fake.operatorKey,
      trust: fake.identity.trust,
      relay: { id: fake.identity.id, origin: 'https://relay.example' },
    }
    const { waiting: sound, doubtful } = await waitingEnrolments(operator, relay, NOW)
    return { sound: sound.map(({ application }) => application.digest), doubtful }
  }

  it('are shown one by one: what does not verify stands apart, and keeps no other back', async () => {
    const { invitation } = good
    // Its root is in no trust list, as when one was taken out while it waited.
    const national = await issueNetworkRoot({ name: 'Xdland', notBefore: BEGIN, notAfter: END })
    const chain = await certify(national)
    const lost = await applyAsNewcomer(invitation, { identity: { kind: 'certificate', chain } })
    const forged = invitation.replace(/.{6}$/, 'AAAAAA')
    const { sound, doubtful } = await waiting({ invitation, application: lost }, good, {
      invitation: forged,
      application: good.application,
    })
    const digest = await digestOf(good.application)
    expect(sound).to.deep.equal([digest])
    expect(doubtful.map(({ digest: id, authority, code }) => [id, authority, code])).to.deep.equal([
      [await digestOf(lost), newcomer.id, 'pki/untrusted'],
      [digest, undefined, doubtful[1]?.code],
    ])
    expect(doubtful[1]?.code).to.match(/^statement\//)
  })

  it('are good under an invitation that an earlier key of the operator signed', async () => {
    const network = await constellation()
    const key = await rotateOperator(network.relay, NOW)
    const relay = {
      call: (name: 'listEnrolments' | 'readAuthority', given: never) =>
        name === 'readAuthority'
          ? network.ana.relay.call(name, given)
          : Promise.resolve({ enrolments: [good], more: false }),
    } as unknown as Relay
    const { identity, root } = network.relay
    const operator = { root, key, trust: network.ana.trust, relay: { ...identity } }
    const { waiting: sound, doubtful } = await waitingEnrolments(operator, relay, NOW)
    expect(doubtful).to.deep.equal([])
    expect(sound).to.have.length(1)
  })
})

describe('the rule for passphrases', () => {
  const judged = (text: string) => codeOf(() => requireGoodPassphrase(text))

  it('asks for length, and for no kind of character', async () => {
    const fine = 'nothing was refused'
    expect(await judged('four random words')).to.equal(fine)
    expect(await judged('كلمات عشوائية كثيرة')).to.equal(fine)
    expect(await judged('fourteen chars')).to.equal('keystore-passphrase')
    // Fifteen code units, and fewer characters.
    expect(await judged('😀😃😄😁😆😅😂a')).to.equal('keystore-passphrase')
    expect(await judged('ab'.repeat(20))).to.equal('keystore-passphrase')
    expect(await judged('abcdefgh'.repeat(200))).to.equal('keystore-passphrase')
  })
})
