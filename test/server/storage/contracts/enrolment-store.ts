import { expect } from 'chai'
import type { EnrolmentStore } from '#server/domain/enrolment/enrolment-store.js'
import { anyDigest, at, xa, xb } from './fixtures.js'

const someEnrolment = (changes: { invitationDigest?: string; keptAt?: Date } = {}) => ({
  digest: anyDigest(),
  authority: xa,
  invitationDigest: anyDigest(),
  invitation: 'invitation',
  application: 'application',
  keptAt: at(0),
  ...changes,
})

/** What every EnrolmentStore promises. */
export function enrolmentStoreContract(store: () => EnrolmentStore): void {
  const undecided = { decision: null, certificate: null }

  it('keeps one application for an invitation, whoever of fifty comes first', async () => {
    const invitationDigest = anyDigest()
    const all = Array.from({ length: 50 }, () => someEnrolment({ invitationDigest }))
    const kept = await Promise.all(all.map((one) => store().keep(one)))
    expect(new Set(kept.map(({ digest }) => digest))).to.have.length(1)
    const [first] = kept
    expect(first).to.include(undecided)
    expect(await store().findByInvitation(invitationDigest)).to.deep.equal(first)
    expect(await store().find(first?.digest ?? '')).to.deep.equal(first)
    expect(await store().find(anyDigest())).to.equal(undefined)
    expect(await store().findByInvitation(anyDigest())).to.equal(undefined)
  })

  it('keeps the first decision, and knows which certificate was approved for whom', async () => {
    const enrolment = someEnrolment()
    await store().keep(enrolment)
    const approved = { decision: 'approved', certificate: 'certificate' }
    const refused = { decision: 'refused', certificate: null }
    const { digest } = enrolment
    expect(await store().decide(digest, approved)).to.deep.equal({ ...enrolment, ...approved })
    expect(await store().decide(digest, refused)).to.deep.equal({ ...enrolment, ...approved })
    expect(await store().decide(anyDigest(), refused)).to.equal(undefined)
    expect(await store().isApproved(xa, 'certificate')).to.equal(true)
    expect(await store().isApproved(xb, 'certificate')).to.equal(false)
    expect(await store().isApproved(xa, 'another')).to.equal(false)
  })

  it('lists what is not decided, oldest first', async () => {
    const enrolments = [3, 1, 2].map((time) => someEnrolment({ keptAt: at(time) }))
    for (const enrolment of enrolments) await store().keep(enrolment)
    const [third, first, second] = enrolments
    await store().decide(second?.digest ?? '', { decision: 'refused', certificate: null })
    const digests = async (limit: number) =>
      (await store().undecided(limit)).map(({ digest }) => digest)
    expect(await digests(9)).to.deep.equal([first?.digest, third?.digest])
    expect(await digests(1)).to.deep.equal([first?.digest])
  })
}
