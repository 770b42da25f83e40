import { expect } from 'chai'
import { signCredential } from '#crypto/directory/sign-credential.js'
import { signRevocation } from '#crypto/directory/sign-revocation.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import { PublicJwk } from '#crypto/fields/fields.js'
import type { Submission } from '#server/contract/wire.js'
import { callerOf, type FakeRelay, fakeRelay } from '#test/support/fake-relay.js'
import { rejection } from '#test/support/rejection.js'
import { type SampleSubmission, sampleSubmission } from '#test/support/sample-submission.js'
import { after, NOW } from '#test/support/world/moments.js'

/** Submissions that are nobody's word: refused without evidence, and without a trace. */
describe('a submission that nobody vouches for', () => {
  let relay: FakeRelay
  let sample: SampleSubmission
  beforeEach(async () => {
    relay = await fakeRelay()
    sample = await sampleSubmission(relay)
  })

  async function refusal(changes: Partial<Submission>, caller = callerOf(relay.drafter)) {
    const reason = await rejection(relay.submit(caller, { ...sample.submission, ...changes }))
    expect(relay.trace).to.deep.equal([])
    expect(relay.state.packages).to.deep.equal([])
    return reason
  }

  const respelled = {
    'a flipped character': (text: string) => flip(text, text.length - 20),
    'a flipped payload': (text: string) => flip(text, Math.floor(text.length / 2)),
    'its last character cut off': (text: string) => text.slice(0, -1),
    'its signature cut off': (text: string) => text.slice(0, text.lastIndexOf('.')),
    'a newline at the end': (text: string) => `${text}\n`,
    'parts in another order': (text: string) => text.split('.').reverse().join('.'),
  }
  for (const [name, change] of Object.entries(respelled)) {
    it(`is refused: header with ${name}`, async () => {
      const reason = await refusal({ header: change(sample.submission.header) })
      expect(reason).to.include({ code: 'statement-invalid' })
    })
    it(`is refused: credential with ${name}`, async () => {
      const reason = await refusal({ credential: change(sample.submission.credential) })
      expect(reason).to.include({ code: 'statement-invalid' })
    })
    it(`is refused: approval with ${name}`, async () => {
      const [given] = sample.submission.approvals
      const approvals = [
        { approval: change(given?.approval ?? ''), credential: relay.approver.credential },
      ]
      expect(await refusal({ approvals })).to.include({ code: 'statement-invalid' })
    })
  }

  it('is refused: statements swapped for one another', async () => {
    const { header, credential } = sample.submission
    expect(await refusal({ header: credential, credential: header })).to.include({
      code: 'statement-invalid',
    })
  })

  it('is refused: a colleague’s credential with it', async () => {
    const reason = await refusal({ credential: relay.approver.credential })
    expect(reason).to.include({ code: 'statement-invalid' })
  })

  it('is refused: another authority’s officer hands it in', async () => {
    const reason = await refusal({}, callerOf(relay.registrar))
    expect(reason).to.include({ code: 'statement-invalid' })
  })

  it('is refused: the caller’s role sends nothing', async () => {
    const reason = await refusal({}, callerOf(relay.drafter, { roles: ['translator', 'legal'] }))
    expect(reason).to.include({ code: 'not-permitted' })
  })

  it('is refused: a caller whose authority is not in the directory', async () => {
    const reason = await refusal({}, callerOf(relay.drafter, { authority: 'xz.none' as never }))
    expect(reason).to.include({ code: 'authority-unknown' })
  })

  it('is refused: a credential that a key outside the entry signed', async () => {
    const forger = await generateSigningKey('x25519')
    const credential = await signCredential(relay.drafter.claims, forger)
    expect(await refusal({ credential })).to.include({ code: 'statement-invalid' })
  })

  it('is refused: a credential that is no longer, or not yet, valid', async () => {
    for (const claims of [
      { validTo: after(NOW, -1).toISOString() },
      { validFrom: after(NOW, 1).toISOString() },
    ]) {
      const changed = { ...relay.drafter.claims, ...claims }
      const credential = await signCredential(changed, relay.xa.credentialsKey)
      expect(await refusal({ credential })).to.include({ code: 'statement-invalid' })
    }
  })

  it('is refused from the moment of a revocation on, and not before', async () => {
    const { authority, kid } = relay.drafter.claims
    const since = after(NOW, 60).toISOString()
    const declared = NOW.toISOString()
    const claims = { authority, kid, since, declared, reason: 'compromised' as const }
    const revocation = await signRevocation(claims, relay.xa.credentialsKey)
    await relay.publishRevocation({ revocation })
    relay.trace.length = 0

    relay.setClock(after(NOW, 60))
    expect(await refusal({})).to.include({ code: 'credential-revoked' })
    relay.setClock(after(NOW, 59.999))
    const { outcome } = await relay.submit(callerOf(relay.drafter), sample.submission)
    expect(outcome).to.equal('accepted')
  })

  it('is refused: an approval of another header', async () => {
    const { approvals } = (await sampleSubmission(relay)).submission
    expect(await refusal({ approvals })).to.include({ code: 'statement-invalid' })
  })

  it('is refused: an approval by the drafter, or twice by one officer', async () => {
    const own = await sampleSubmission(relay, { approvers: [relay.drafter] })
    expect(await refusal(own.submission)).to.include({ code: 'statement-invalid' })
    const twice = await sampleSubmission(relay, { approvers: [relay.approver, relay.approver] })
    expect(await refusal(twice.submission)).to.include({ code: 'statement-invalid' })
  })

  it('is refused: an approval by one person with a second key', async () => {
    const key = await generateSigningKey('x25519')
    const claims = { ...relay.drafter.claims, kid: key.kid, key: PublicJwk.parse(key.jwk) }
    const credential = await signCredential(
      { ...claims, sealingKey: null },
      relay.xa.credentialsKey,
    )
    const second = { ...relay.drafter, key, claims, credential }
    const { submission } = await sampleSubmission(relay, { approvers: [second] })
    expect(await refusal(submission)).to.include({ code: 'statement-invalid' })
  })

  it('is refused: an approval under an older credential, by one who has lost the role', async () => {
    const { submission } = await sampleSubmission(relay)
    const { claims } = relay.approver
    const changes = { roles: ['translator' as const] }
    const credential = await signCredential({ ...claims, ...changes }, relay.xa.credentialsKey)
    relay.setClock(after(NOW, 1))
    await relay.publishCredential({ credential })
    relay.trace.length = 0
    expect(await refusal(submission)).to.include({ code: 'not-permitted' })
  })

  it('is refused: an approval by a role that approves nothing', async () => {
    const translator = await relay.xa.officer('Tadeo Translator', ['translator'])
    const { submission } = await sampleSubmission(relay, { approvers: [translator] })
    expect(await refusal(submission)).to.include({ code: 'not-permitted' })
  })
})

function flip(text: string, at: number): string {
  const place = text[at] === '.' ? at + 1 : at
  return text.slice(0, place) + (text[place] === 'A' ? 'B' : 'A') + text.slice(place + 1)
}
