import { expect } from 'chai'
import { digestOf } from '#crypto/bytes/sha256.js'
import { signCredential } from '#crypto/directory/sign-credential.js'
import type { Approval } from '#crypto/package/approval.js'
import { signApproval } from '#crypto/package/sign-statements.js'
import { verifyApprovals } from '#crypto/package/verify-approvals.js'
import { verifyHeader } from '#crypto/package/verify-header.js'
import { codeOf } from '#test/support/code-of.js'
import { NOW } from '#test/support/world/moments.js'
import { type Officer, officerOf } from '#test/support/world/officers.js'
import { samplePackage } from '#test/support/world/sample-package.js'
import { type World, world } from '#test/support/world/world.js'

describe('approvals', () => {
  let w: World
  let sealed: Awaited<ReturnType<typeof samplePackage>>
  before(async () => {
    w = await world()
    sealed = await samplePackage()
  })

  const approve = async (officer: Officer, changes: Partial<Approval> = {}) => {
    const approval: Approval = {
      package: sealed.draft.package,
      header: await digestOf(sealed.header),
      authority: w.xa.id,
      declared: NOW.toISOString(),
      ...changes,
    }
    const statement = await signApproval(approval, officer.key)
    return { statement, credential: officer.credential }
  }
  const codeFor = async (
    approvals: readonly { statement: string; credential: string }[],
    demanded = 1,
  ) => {
    const { credential } = sealed
    const header = await verifyHeader(sealed.header, { credential, entry: w.xa.entry, at: NOW })
    const payload = { ...w.xa.claims, policy: { approvals: demanded } }
    return codeOf(() => verifyApprovals(approvals, header, { ...w.xa.entry, payload }, NOW))
  }

  it('are as many as the sender’s policy demands', async () => {
    const one = await approve(w.approver)
    const two = await approve(await w.xa.officer('Amina Admin', ['admin']))
    expect(await codeFor([], 0)).to.equal('nothing was refused')
    expect(await codeFor([one])).to.equal('nothing was refused')
    expect(await codeFor([one, two], 2)).to.equal('nothing was refused')
    expect(await codeFor([])).to.equal('package/approvals')
    expect(await codeFor([one], 2)).to.equal('package/approvals')
  })

  it('are never the drafter’s own', async () => {
    expect(await codeFor([await approve(w.drafter)])).to.equal('package/approvals')
  })

  it('are never one officer’s twice, with one key or with two', async () => {
    const one = await approve(w.approver)
    expect(await codeFor([one, one], 2)).to.equal('package/approvals')
    const spare = await officerOf(w.xa.id, w.xa.credentialsKey, 'Axel Approver', ['legal'])
    const claims = { ...spare.claims, officer: w.approver.claims.officer }
    const credential = await signCredential(claims, w.xa.credentialsKey)
    const second = await approve({ ...spare, credential })
    expect(await codeFor([one, second], 2)).to.equal('package/approvals')
  })

  it('are of this header, this package and this authority', async () => {
    for (const changes of [
      { header: '0'.repeat(64) },
      { package: (await samplePackage()).draft.package },
      { authority: w.xb.id },
    ]) {
      expect(await codeFor([await approve(w.approver, changes)])).to.equal('package/approvals')
    }
  })

  it('are never those of another authority’s officer, or of a translator', async () => {
    expect(await codeFor([await approve(w.registrar)])).to.equal('directory/key')
    const translator = await w.xa.officer('Tamar Translator', ['translator'])
    expect(await codeFor([await approve(translator)])).to.equal('directory/role')
  })

  it('are refused together if one is false, even where fewer were enough', async () => {
    const approvals = [await approve(w.approver), await approve(w.drafter)]
    expect(await codeFor(approvals)).to.equal('package/approvals')
  })
})
