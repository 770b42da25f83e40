import { expect } from 'chai'
import { signCredential } from '#crypto/directory/sign-credential.js'
import { signRevocation } from '#crypto/directory/sign-revocation.js'
import { verifyRevocation } from '#crypto/directory/verify-revocation.js'
import { type OpenInput, openPackage } from '#crypto/package/open-package.js'
import { codeOf } from '#test/support/code-of.js'
import { after, END, NOW } from '#test/support/world/moments.js'
import { samplePackage } from '#test/support/world/sample-package.js'
import { type World, world } from '#test/support/world/world.js'

describe('opening a package', () => {
  let w: World
  let sealed: Awaited<ReturnType<typeof samplePackage>>
  before(async () => {
    w = await world()
    sealed = await samplePackage()
  })
  const codeFor = (changes: Partial<OpenInput>) =>
    codeOf(() => openPackage({ ...sealed, ...changes }))

  it('opens to what was sealed, for the recipient and for the sender itself', async () => {
    const opened = await openPackage(sealed)
    expect(opened.manifest.statement).to.equal(sealed.manifest)
    expect(opened.manifest.payload.form).to.deep.equal(sealed.draft.form)
    expect(opened.credential.payload.name).to.equal('Ana Drafter')
    expect(opened.approvals.map(({ credential }) => credential.payload.name)).to.deep.equal([
      'Axel Approver',
    ])
    const own = { authority: w.xa.id, keys: [w.xa.openingKey] }
    expect((await openPackage({ ...sealed, own })).manifest.statement).to.equal(sealed.manifest)
  })

  it('is for nobody else', async () => {
    const own = { authority: w.xc.id, keys: [w.xc.openingKey] }
    expect(await codeFor({ own })).to.equal('package/recipient')
  })

  it('refuses a package addressed to another whose key we happen to hold', async () => {
    const own = { authority: w.xc.id, keys: [w.xb.openingKey] }
    expect(await codeFor({ own })).to.equal('package/recipient')
  })

  it('refuses a package that names a version of our entry we do not stand by', async () => {
    const own = { ...sealed.own, entries: [{ ...w.xb.entry, digest: '0'.repeat(64) }] }
    expect(await codeFor({ own })).to.equal('package/recipient')
  })

  it('refuses the envelope of another package, and of the same one sealed again', async () => {
    const other = await samplePackage()
    const again = await samplePackage({ package: sealed.draft.package, case: sealed.draft.case })
    expect(await codeFor({ envelope: other.envelope })).to.equal('package/envelope')
    expect(await codeFor({ envelope: again.envelope })).to.equal('package/envelope')
    expect(await codeFor({ envelope: `${sealed.envelope} ` })).to.equal('package/envelope')
  })

  it('refuses a header by an officer who did not sign it', async () => {
    expect(await codeFor({ credential: w.approver.credential })).to.equal('statement/key')
    expect(await codeFor({ credential: w.registrar.credential })).to.equal('directory/key')
  })

  it('refuses an officer whose role sends nothing', async () => {
    const { key } = w.drafter
    const claims = { ...w.drafter.claims, roles: ['translator' as const] }
    const credential = await signCredential(claims, w.xa.credentialsKey)
    expect(key.kid).to.equal(claims.kid)
    expect(await codeFor({ credential })).to.equal('directory/role')
  })

  it('refuses an officer who acted after the credential ended', async () => {
    expect(await codeFor({ at: after(END, 1) })).to.match(/^directory\/(key|credential)$/)
  })

  it('refuses a key that was revoked when the package was submitted, and not one revoked later', async () => {
    const revocation = {
      authority: w.xa.id,
      kid: w.drafter.claims.kid,
      since: NOW.toISOString(),
      reason: 'left',
      declared: NOW.toISOString(),
    } as const
    const statement = await signRevocation(revocation, w.xa.credentialsKey)
    const revocations = [await verifyRevocation(statement, w.xa.entry)]
    expect(await codeFor({ revocations })).to.equal('directory/revoked')
    const at = after(NOW, -1)
    expect(await codeFor({ revocations, at })).to.equal('nothing was refused')
  })

  it('refuses another version of the sender’s entry than the header names', async () => {
    const senderEntry = { ...w.xa.entry, digest: '0'.repeat(64) }
    expect(await codeFor({ senderEntry })).to.equal('package/mismatch')
  })

  it('refuses statements that change places', async () => {
    const { header, manifest } = sealed
    expect(await codeFor({ header: manifest })).to.equal('statement/type')
    expect(await codeFor({ credential: header })).to.equal('directory/key')
  })
})
