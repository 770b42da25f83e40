import { expect } from 'chai'
import { signCredential } from '#crypto/directory/sign-credential.js'
import { signSuspension } from '#crypto/directory/sign-suspension.js'
import { verifyEvidence } from '#crypto/evidence/verify-evidence.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import { publishCredential } from '#server/domain/directory/publish-credential.js'
import { type FakeRelay, fakeRelay } from '#test/support/fake-relay.js'
import { memoryKeyClaims } from '#test/support/memory/memory-stores.js'
import { rejection } from '#test/support/rejection.js'
import { after, NOW } from '#test/support/world/moments.js'

describe('publishing a credential', () => {
  let relay: FakeRelay
  beforeEach(async () => {
    relay = await fakeRelay()
  })
  const moment = NOW.toISOString()
  const refused = async (act: Promise<unknown>, code: string) => {
    expect(await rejection(act)).to.include({ name: 'Refusal', code })
    expect(relay.trace).to.deep.equal([])
  }

  it('states X.2', async () => {
    const { credential } = await relay.xb.officer('Bo', ['duty'])
    const { statement } = await relay.publishCredential({ credential })
    const { payload } = await verifyEvidence(statement, relay.identity.entry)
    expect(relay.trace).to.deep.equal(['directory.keep officer', 'directory.keepEvidence'])
    expect(payload).to.include({ code: 'X.2', authority: relay.xb.id })
  })

  it('refuses it of an authority that is unknown or suspended', async () => {
    const unknown = { ...relay.drafter.claims, authority: AuthorityId.parse('xd.moj') }
    const credential = await signCredential(unknown, relay.xa.credentialsKey)
    await refused(relay.publishCredential({ credential }), 'authority-unknown')
    const said = { standing: 'suspended' as const, since: moment, declared: moment }
    const suspension = await signSuspension(
      { ...said, authority: relay.xb.id, reason: 'Inquiry' },
      relay.operatorKey,
    )
    await relay.publishSuspension({ suspension })
    relay.trace.length = 0
    const bo = await relay.xb.officer('Bo', ['duty'])
    await refused(relay.publishCredential(bo), 'authority-suspended')
  })

  it('refuses a key that another authority vouches for', async () => {
    const { claims } = relay.drafter
    const claimed = { ...claims, authority: relay.xb.id, sealingKey: null }
    const credential = await signCredential(claimed, relay.xb.credentialsKey)
    await refused(relay.publishCredential({ credential }), 'entry-conflict')
  })

  it('gives a key to one of two authorities that vouch for it at once', async () => {
    const { claims } = await relay.xa.officer('Noor New', ['case'])
    const both = await Promise.all(
      [relay.xa, relay.xb].map(({ id, credentialsKey }) =>
        signCredential({ ...claims, authority: id, sealingKey: null }, credentialsKey),
      ),
    )
    const told = await Promise.allSettled(
      both.map((credential) => relay.publishCredential({ credential })),
    )
    expect(told.map(({ status }) => status)).to.have.members(['fulfilled', 'rejected'])
    const [lost] = told.filter(({ status }) => status === 'rejected')
    expect(lost).to.have.nested.property('reason.code', 'entry-conflict')
    const kept = relay.state.directory.filter(({ key }) => key.includes(claims.kid))
    expect(kept).to.have.length(1)
  })

  it('leaves a key to the authority whose credential was kept before keys were claimed', async () => {
    const { kid } = relay.drafter.claims
    const keyClaims = memoryKeyClaims()
    const publish = publishCredential({
      ...relay,
      keyClaims,
      giveNotice: () => Promise.resolve(undefined),
      sessionAnnouncer: relay.announcer,
    })
    const theirs = { ...relay.drafter.claims, authority: relay.xb.id, sealingKey: null }
    const credential = await signCredential(theirs, relay.xb.credentialsKey)
    await refused(publish({ credential }), 'entry-conflict')
    expect(await keyClaims.claim(kid, relay.xa.id)).to.equal(relay.xa.id)
  })

  it('refuses one that a key outside the entry signed', async () => {
    const forged = await signCredential(relay.drafter.claims, await generateSigningKey('x25519'))
    await refused(relay.publishCredential({ credential: forged }), 'statement-invalid')
  })

  it('refuses one from before the newest, and answers again what is kept', async () => {
    const { claims, credential: first } = relay.drafter
    const from = (validFrom: Date) =>
      signCredential({ ...claims, validFrom: validFrom.toISOString() }, relay.xa.credentialsKey)
    const newest = await from(NOW)
    await relay.publishCredential({ credential: newest })
    relay.trace.length = 0
    await refused(
      relay.publishCredential({ credential: await from(after(NOW, -1)) }),
      'entry-conflict',
    )
    await relay.publishCredential({ credential: first })
    expect((await relay.directory.findCredential(claims.kid))?.statement).to.equal(newest)
  })
})
