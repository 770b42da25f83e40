import { expect } from 'chai'
import { digestOf } from '#crypto/bytes/sha256.js'
import type { Revocation } from '#crypto/directory/revocation.js'
import { signCredential } from '#crypto/directory/sign-credential.js'
import { signRevocation } from '#crypto/directory/sign-revocation.js'
import { type FakeRelay, fakeRelay } from '#test/support/fake-relay.js'
import { codeOf } from '#test/support/code-of.js'
import { rejection } from '#test/support/rejection.js'
import { after, NOW } from '#test/support/world/moments.js'
import type { Officer } from '#test/support/world/officers.js'

describe('the last administrator', () => {
  let relay: FakeRelay
  let admin: Officer
  beforeEach(async () => {
    relay = await fakeRelay()
    admin = await joins('Ada Admin')
  })
  async function joins(name: string): Promise<Officer> {
    const officer = await relay.xa.officer(name, ['case', 'admin'])
    await relay.publishCredential(officer)
    return officer
  }
  async function leaves({ claims }: Officer, reason: Revocation['reason'] = 'left') {
    const { authority, kid } = claims
    const since = NOW.toISOString()
    const revocation = { authority, kid, since, declared: since, reason }
    const statement = await signRevocation(revocation, relay.xa.credentialsKey)
    return relay.publishRevocation({ revocation: statement })
  }
  async function demoted({ claims }: Officer) {
    relay.setClock(after(NOW, 1))
    const credential = await signCredential({ ...claims, roles: ['case'] }, relay.xa.credentialsKey)
    return relay.publishCredential({ credential })
  }

  it('cannot leave or give the role up, and nothing is kept', async () => {
    relay.trace.length = 0
    expect(await rejection(leaves(admin))).to.include({ code: 'last-admin' })
    expect(await rejection(demoted(admin))).to.include({ code: 'last-admin' })
    expect(relay.trace).to.deep.equal([])
  })

  it('can once there is another, who then is the last; saying it again is no error', async () => {
    const second = await joins('Bea Admin')
    const first = await leaves(admin)
    expect(await leaves(admin)).to.deep.equal(first)
    expect(await rejection(leaves(second))).to.include({ code: 'last-admin' })
  })

  it('is not relieved by somebody who was demoted or revoked', async () => {
    const second = await joins('Bea Admin')
    await demoted(second)
    expect(await rejection(leaves(admin))).to.include({ code: 'last-admin' })
    const third = await joins('Cid Admin')
    await leaves(third)
    expect(await rejection(leaves(admin))).to.include({ code: 'last-admin' })
  })

  it('is revoked when the key is stolen: the thief must not keep it', async () => {
    await leaves(admin, 'compromised')
  })

  it('does not keep others from leaving', async () => {
    await leaves(relay.drafter)
    await demoted(relay.approver)
  })

  it('whichever call fails as one leaves, the other is judged with it gone, and a retry ends the same', async () => {
    for (const when of ['before', 'after'] as const) {
      for (let call = 0, more = true; more; call++) {
        relay = await fakeRelay()
        admin = await joins('Ada Admin')
        const second = await joins('Bea Admin')
        relay.failAt({ call, when })
        more = await leaves(admin).then(
          () => false,
          () => true,
        )
        relay.failAt(undefined)
        const outcomes = [await codeOf(() => demoted(second)), await codeOf(() => leaves(admin))]
        expect(outcomes, `${when} call ${call}`).to.have.members([
          'nothing was refused',
          'last-admin',
        ])
        if (!more) expect(call).to.be.above(5)
      }
    }
  })

  it('is not undone by a demotion that was reserved before a promotion and never kept', async () => {
    const second = await joins('Bea Admin')
    const { claims, credential } = await relay.xa.officer('Cid Case', ['case'])
    const digest = await digestOf(credential)
    const key = `officer/${claims.kid}/${digest}`
    await relay.departures.reserve(relay.xa.id, {
      turn: 1,
      digest,
      key,
      statement: credential,
      typ: 'rogatory-officer',
    })
    relay.setClock(after(NOW, 1))
    const promotion = await signCredential(
      { ...claims, roles: ['case', 'admin'] },
      relay.xa.credentialsKey,
    )
    await relay.publishCredential({ credential: promotion })
    relay.setClock(after(NOW, 2))
    await leaves(admin)
    await leaves(second)
    expect((await relay.directory.findCredential(claims.kid))?.statement).to.equal(promotion)
  })
})
