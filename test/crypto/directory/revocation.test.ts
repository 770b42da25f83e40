import { expect } from 'chai'
import { officerStanding } from '#crypto/directory/officer-standing.js'
import type { Revocation, Suspension } from '#crypto/directory/revocation.js'
import { signRevocation } from '#crypto/directory/sign-revocation.js'
import { signSuspension } from '#crypto/directory/sign-suspension.js'
import { verifyCredential } from '#crypto/directory/verify-credential.js'
import { verifyRevocation } from '#crypto/directory/verify-revocation.js'
import { verifySuspension } from '#crypto/directory/verify-suspension.js'
import { codeOf } from '#test/support/code-of.js'
import { after, END, NOW } from '#test/support/world/moments.js'
import { type World, world } from '#test/support/world/world.js'

describe('revocations', () => {
  let w: World
  before(async () => {
    w = await world()
  })
  const claims = (changes: Partial<Revocation> = {}): Revocation => ({
    authority: w.xa.id,
    kid: w.drafter.claims.kid,
    since: NOW.toISOString(),
    reason: 'compromised',
    declared: NOW.toISOString(),
    ...changes,
  })
  const sign = (changes?: Partial<Revocation>, key = w.xa.credentialsKey) =>
    signRevocation(claims(changes), key)
  const standing = async (changes: Partial<Revocation>, at: Date) => {
    const revocation = await verifyRevocation(await sign(changes), w.xa.entry)
    const credential = await verifyCredential(w.drafter.credential, w.xa.entry, at)
    return codeOf(() => officerStanding(credential, [revocation], at))
  }

  it('leave what was done before, and end what is done at that moment or after', async () => {
    expect(await standing({}, after(NOW, -0.001))).to.equal('nothing was refused')
    expect(await standing({}, NOW)).to.equal('directory/revoked')
    expect(await standing({}, after(NOW, 1))).to.equal('directory/revoked')
  })

  it('concern one key of one authority', async () => {
    const { kid } = w.approver.claims
    expect(await standing({ kid }, NOW)).to.equal('nothing was refused')
  })

  it('are refused from another authority, another key, or a key that had ended', async () => {
    const refusal = async (statement: string, entry = w.xa.entry) =>
      codeOf(() => verifyRevocation(statement, entry))
    expect(await refusal(await sign(), w.xb.entry)).to.equal('directory/key')
    expect(await refusal(await sign({}, w.drafter.key))).to.equal('directory/key')
    expect(await refusal(await sign({ authority: w.xb.id }))).to.equal('directory/revocation')
    const late = after(END, 1).toISOString()
    expect(await refusal(await sign({ declared: late }))).to.equal('directory/key')
    expect(await refusal(w.drafter.credential)).to.equal('directory/revocation')
  })
})

describe('suspensions', () => {
  let w: World
  before(async () => {
    w = await world()
  })
  const claims = (): Suspension => ({
    authority: w.xa.id,
    standing: 'suspended',
    since: NOW.toISOString(),
    reason: 'At the request of its ministry',
    declared: NOW.toISOString(),
  })
  const refusal = (statement: string) => codeOf(() => verifySuspension(statement, w.relay.entry))

  it('are the operator’s, and nobody else’s', async () => {
    const { payload } = await verifySuspension(
      await signSuspension(claims(), w.relay.operatorKey),
      w.relay.entry,
    )
    expect(payload).to.deep.equal(claims())
    for (const key of [w.relay.evidenceKey, w.xa.credentialsKey]) {
      expect(await refusal(await signSuspension(claims(), key))).to.equal('directory/key')
    }
    expect(await refusal(w.drafter.credential)).to.equal('directory/suspension')
  })

  it('are never signed without a reason', async () => {
    const refused = codeOf(() => signSuspension({ ...claims(), reason: '' }, w.relay.operatorKey))
    expect(await refused).to.equal('directory/suspension')
  })
})
