import { expect } from 'chai'
import { digestOf } from '#crypto/bytes/sha256.js'
import type { Revocation } from '#crypto/directory/revocation.js'
import { signRevocation } from '#crypto/directory/sign-revocation.js'
import { issueEvidence } from '#crypto/evidence/issue-evidence.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import { after, NOW } from '#test/support/world/moments.js'
import { sampleBundle } from '#test/support/world/sample-bundle.js'
import { type Relay, relayOf, type World, world } from '#test/support/world/world.js'
import { forged, knowing, standingsOf, unobserved } from '../story.js'

const BEFORE = after(NOW, -60)
const LATER = after(NOW, 3600)

describe('what a bundle proves of the keys that signed in it', () => {
  let w: World
  let sample: ProofBundle
  before(async () => {
    w = await world()
    sample = await sampleBundle()
  })

  const revocationOf = (changes: Partial<Revocation> = {}, key = w.xa.credentialsKey) =>
    signRevocation(
      {
        authority: w.xa.id,
        kid: w.drafter.key.kid,
        since: BEFORE.toISOString(),
        reason: 'compromised',
        declared: NOW.toISOString(),
        ...changes,
      },
      key,
    )
  /** Evidence X.3: when the relay was told. */
  const told = async (revocation: string, at: Date, relay: Relay = w.relay) =>
    issueEvidence(
      {
        about: 'directory',
        code: 'X.3',
        time: at.toISOString(),
        issuer: relay.id,
        authority: w.xa.id,
        subject: await digestOf(revocation),
      },
      relay.evidenceKey,
    )
  const withRevocation = (bundle: ProofBundle, revocation: string, ...evidence: string[]) => ({
    ...bundle,
    revocations: [revocation],
    evidence: [...bundle.evidence, ...evidence],
  })
  const drafters = async (bundle: ProofBundle) => (await standingsOf(bundle, 'key-not-revoked'))[0]

  it('are good without a revocation, and by one that begins later', async () => {
    expect(await drafters(sample)).to.equal('proved')
    const later = await revocationOf({ since: LATER.toISOString(), declared: LATER.toISOString() })
    expect(await drafters(withRevocation(sample, later))).to.equal('proved')
  })

  it('prove nothing after a revocation of which the relay knew, or may have known', async () => {
    const revocation = await revocationOf()
    for (const evidence of [[], [await told(revocation, BEFORE)]]) {
      const bundle = withRevocation(sample, revocation, ...evidence)
      expect(await drafters(bundle)).to.equal('contradicted')
      expect(await standingsOf(bundle, 'header-signed')).to.deep.equal(['contradicted'])
    }
  })

  it('leave a claim when the relay was told only afterwards', async () => {
    const revocation = await revocationOf()
    const bundle = withRevocation(sample, revocation, await told(revocation, LATER))
    expect(await drafters(bundle)).to.equal('claimed')
    expect(await standingsOf(bundle, 'header-signed')).to.deep.equal(['claimed'])
    // What another relay was told, and when, is no excuse for that of the package.
    const second = await relayOf(w.root, 'zz.second')
    const elsewhere = withRevocation(
      { ...sample, entries: [...sample.entries, second.entry.statement] },
      ...[revocation, await told(revocation, LATER, second)],
    )
    expect(await drafters(elsewhere)).to.equal('contradicted')
    // Evidence of something else tells nothing about when.
    const other = withRevocation(sample, revocation, await told(sample.header, LATER))
    expect(await drafters(other)).to.equal('contradicted')
    // The earliest counts, in whatever order they stand.
    const twice = [await told(revocation, LATER), await told(revocation, BEFORE)]
    expect(await drafters(withRevocation(sample, revocation, ...twice))).to.equal('contradicted')
  })

  it('are claimed to be good where nothing was observed, and not even that once revoked', async () => {
    expect(await drafters(await unobserved())).to.equal('claimed')
    const bundle = withRevocation(await unobserved(), await revocationOf())
    expect(await drafters(bundle)).to.equal('contradicted')
  })

  it('are no concern of revocations of other keys, or by other authorities', async () => {
    const other = await revocationOf({ kid: w.approver.key.kid })
    expect(await drafters(withRevocation(sample, other))).to.equal('proved')
    const stranger = await revocationOf({ authority: w.xb.id }, w.xb.credentialsKey)
    expect(await drafters(withRevocation(sample, stranger))).to.equal('proved')
  })

  it('are not revoked by what is no revocation, which makes the bundle incoherent', async () => {
    const honest = await revocationOf()
    for (const false_ of [
      forged(honest, await revocationOf({ reason: 'left' })),
      await revocationOf({}, w.drafter.key),
      await revocationOf({ authority: w.xb.id }),
    ]) {
      const bundle = withRevocation(sample, false_)
      expect(await drafters(bundle)).to.equal('proved')
      expect(await standingsOf(bundle, 'bundle-coherent')).to.deep.equal(['contradicted'])
    }
    const unknown = withRevocation(await knowing(sample, 'xb', 'relay'), honest)
    expect(await standingsOf(unknown, 'bundle-coherent')).to.deep.equal(['contradicted'])
  })

  it('take approvals with them', async () => {
    const of = (bundle: ProofBundle) => standingsOf(bundle, 'approvals-given')
    expect(await of(sample)).to.deep.equal(['proved'])
    const revocation = await revocationOf({ kid: w.approver.key.kid })
    expect(await of(withRevocation(sample, revocation))).to.deep.equal(['contradicted'])
    const later = withRevocation(sample, revocation, await told(revocation, LATER))
    expect(await of(later)).to.deep.equal(['claimed'])
    expect(await of(await unobserved())).to.deep.equal(['claimed'])
  })

  it('take a receipt with them', async () => {
    const revocation = await revocationOf(
      { authority: w.xb.id, kid: w.registrar.key.kid },
      w.xb.credentialsKey,
    )
    const bundle = withRevocation(sample, revocation)
    expect(await standingsOf(bundle, 'receipt-signed')).to.deep.equal(['contradicted'])
    const documents = [{ name: 'a', length: 14, digest: await digestOf('first document') }]
    expect(await standingsOf(bundle, 'document-matches', { documents })).to.deep.equal(['unproved'])
  })
})
