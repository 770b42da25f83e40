import { expect } from 'chai'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { signEntry } from '#crypto/directory/sign-entry.js'
import { signSuspension } from '#crypto/directory/sign-suspension.js'
import { sealEnvelope } from '#crypto/envelope/seal-envelope.js'
import type { PackageEvidence } from '#crypto/evidence/evidence.js'
import { verifyEvidence } from '#crypto/evidence/verify-evidence.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { generateOpeningKey } from '#crypto/keys/generate.js'
import type { OpeningKey } from '#crypto/keys/key.js'
import { Header } from '#crypto/package/header.js'
import { signHeader } from '#crypto/package/sign-statements.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { callerOf, type FakeRelay, fakeRelay, steps } from '#test/support/fake-relay.js'
import { type SampleSubmission, sampleSubmission } from '#test/support/sample-submission.js'
import { after, NOW } from '#test/support/world/moments.js'
import { entryKeyOf } from '#test/support/world/parties.js'
import type { Authority } from '#test/support/world/world.js'

/** Submissions that are certainly their sender's and certainly not acceptable: each answered by a signed A.2. */
describe('a submission that cannot be accepted', () => {
  let relay: FakeRelay
  beforeEach(async () => {
    relay = await fakeRelay()
  })

  async function reasons(sample: SampleSubmission): Promise<string[]> {
    const { outcome, evidence } = await relay.submit(callerOf(relay.drafter), sample.submission)
    expect(outcome).to.equal('rejected')
    const { payload } = await verifyEvidence(evidence.statement, relay.identity.entry)
    const { code, header, ...rest } = payload as PackageEvidence
    expect({ code, header }).to.deep.equal({
      code: 'A.2',
      header: await digestOf(sample.submission.header),
    })
    return rest.reasons.map((reason) => reason.code)
  }

  /** The same submission with another header, signed by the drafter and approved by nobody. */
  async function withHeader(sample: SampleSubmission, changes: (header: Header) => Header) {
    const { payload } = await readStatement(sample.submission.header)
    const header = await signHeader(changes(Header.parse(payload)), relay.drafter.key)
    return { ...sample, submission: { ...sample.submission, header, approvals: [] } }
  }
  const unapproved = 'approvals-missing'

  it('says: recipient unknown', async () => {
    const stranger = { entry: { ...relay.xb.entry, digest: 'f'.repeat(64) } }
    const payload = { ...relay.xb.entry.payload, authority: AuthorityId.parse('xd.none') }
    const recipients = [{ entry: { ...stranger.entry, payload } }]
    expect(await reasons(await sampleSubmission(relay, { recipients }))).to.deep.equal([
      'recipient-unknown',
    ])
    expect(relay.trace).to.deep.equal(['evidence.keep A.2', 'announce A.2 to xa.moj'])
  })

  it('says: recipient unknown, of a relay', async () => {
    const sample = await withHeader(await sampleSubmission(relay), (header) => ({
      ...header,
      recipients: [{ authority: relay.identity.id, entry: relay.identity.entry.digest }],
    }))
    expect(await reasons(sample)).to.include('recipient-unknown')
  })

  async function suspend(authority: AuthorityId, standing: 'suspended' | 'lifted', seconds = 0) {
    const at = after(NOW, seconds).toISOString()
    const claims = { authority, standing, since: at, declared: at, reason: 'Under review' }
    const suspension = await signSuspension(claims, relay.operatorKey)
    await relay.publishSuspension({ suspension })
    relay.trace.length = 0
  }
  it('says: recipient suspended, until that is lifted', async () => {
    await suspend(relay.xb.id, 'suspended')
    const first = await sampleSubmission(relay)
    expect(await reasons(first)).to.deep.equal(['recipient-suspended'])
    relay.setClock(after(NOW, 5))
    await suspend(relay.xb.id, 'lifted', 5)
    const second = await sampleSubmission(relay)
    const { outcome } = await relay.submit(callerOf(relay.drafter), second.submission)
    expect(outcome).to.equal('accepted')
    // What was rejected stays rejected: its sender makes a new package.
    expect(await reasons(first)).to.deep.equal(['recipient-suspended'])
    expect(await steps(relay, first.submission.header)).to.deep.equal(['A.2'])
  })

  it('says: sender suspended', async () => {
    await suspend(relay.xa.id, 'suspended')
    expect(await reasons(await sampleSubmission(relay))).to.deep.equal(['sender-suspended'])
  })

  /** A second version of an entry, with another envelope key beside the first or instead of it. */
  async function rotate(party: Authority, key: OpeningKey, keepOld: boolean) {
    const { claims, identity, entry, credentialsKey, openingKey } = party
    const keys = [credentialsKey, ...(keepOld ? [openingKey] : []), key]
    const [credentials, ...envelopes] = keys
    const statement = await signEntry(
      {
        ...claims,
        version: 2,
        supersedes: entry.digest,
        keys: [
          ...(credentials === undefined ? [] : [entryKeyOf('credentials', credentials)]),
          ...envelopes.map((one) => entryKeyOf('envelopes', one)),
        ],
      },
      identity,
    )
    await relay.publishEntry({ entry: statement })
    relay.trace.length = 0
  }

  it('says: recipient’s entry superseded, once no key overlaps', async () => {
    const sample = await sampleSubmission(relay)
    await rotate(relay.xb, await generateOpeningKey('x25519'), false)
    expect(await reasons(sample)).to.deep.equal(['recipient-entry-superseded'])
  })

  it('accepts the entry before, while its key overlaps', async () => {
    const sample = await sampleSubmission(relay)
    await rotate(relay.xb, await generateOpeningKey('x25519'), true)
    const { outcome } = await relay.submit(callerOf(relay.drafter), sample.submission)
    expect(outcome).to.equal('accepted')
  })

  it('says: sender’s entry superseded', async () => {
    const sample = await sampleSubmission(relay)
    await rotate(relay.xa, await generateOpeningKey('x25519'), false)
    expect(await reasons(sample)).to.deep.equal(['sender-entry-superseded'])
  })

  it('signs no negative on knowledge of seconds ago', async () => {
    await relay.submit(callerOf(relay.drafter), (await sampleSubmission(relay)).submission)
    const key = await generateOpeningKey('x25519')
    // Another process accepts the new entry: this one is not told.
    const other = await fakeRelay()
    const known = relay.state.directory.length
    const { claims, identity, entry, credentialsKey } = relay.xb
    const keys = [entryKeyOf('credentials', credentialsKey), entryKeyOf('envelopes', key)]
    const next = { ...claims, version: 2, supersedes: entry.digest, keys }
    await other.publishEntry({ entry: await signEntry(next, identity) })
    relay.state.directory.push(...other.state.directory.slice(known))

    const renewed = await other.authorities.of(relay.xb.id)
    const recipients = [{ entry: renewed?.entries.at(-1) ?? entry }]
    const sample = await sampleSubmission(relay, { recipients })
    const { outcome } = await relay.submit(callerOf(relay.drafter), sample.submission)
    expect(outcome).to.equal('accepted')
  })

  it('says: approvals missing', async () => {
    const sample = await sampleSubmission(relay, { approvers: [] })
    expect(await reasons(sample)).to.deep.equal(['approvals-missing'])
  })

  it('says: the officer’s role', async () => {
    const drafter = await relay.xa.officer('Tadeo Translator', ['translator'])
    const { submission } = await sampleSubmission(relay, { drafter })
    const caller = callerOf(relay.drafter)
    const { evidence } = await relay.submit(caller, submission)
    const { payload } = await verifyEvidence(evidence.statement, relay.identity.entry)
    expect(payload).to.have.nested.property('reasons[0].code', 'officer-role')
  })

  it('says: package id reused, in the chain of the second header', async () => {
    const first = await sampleSubmission(relay)
    await relay.submit(callerOf(relay.drafter), first.submission)
    const second = await sampleSubmission(relay, { package: first.draft.package })
    expect(await reasons(second)).to.deep.equal(['package-id-reused'])
    expect(await steps(relay, first.submission.header)).to.deep.equal(['A.1'])
    expect(relay.state.packages).to.have.length(1)
  })

  it('takes one of two headers that claim one id at once', async () => {
    const first = await sampleSubmission(relay)
    const second = await sampleSubmission(relay, { package: first.draft.package })
    const outcomes = await Promise.all(
      [first, second].map(({ submission }) => relay.submit(callerOf(relay.drafter), submission)),
    )
    expect(outcomes.map(({ outcome }) => outcome).sort()).to.deep.equal(['accepted', 'rejected'])
  })

  it('says: expired on arrival; a tie counts as arrival', async () => {
    const expires = after(NOW, 60)
    const late = await sampleSubmission(relay, { expires })
    relay.setClock(after(NOW, 60.001))
    expect(await reasons(late)).to.deep.equal(['expired-on-arrival'])
    relay.setClock(expires)
    const inTime = await sampleSubmission(relay, { expires })
    const { outcome } = await relay.submit(callerOf(relay.drafter), inTime.submission)
    expect(outcome).to.equal('accepted')
  })

  it('says: envelope mismatch', async () => {
    const sample = await sampleSubmission(relay)
    const { envelope } = sample.submission
    const other = { ...sample, submission: { ...sample.submission, envelope: `${envelope} ` } }
    expect(await reasons(other)).to.deep.equal(['envelope-mismatch'])
  })

  const sealings = {
    'a further reader': ({ xa, xb, xc }: FakeRelay) => [xb, xa, xc],
    'the recipient left out': ({ xa }: FakeRelay) => [xa],
    'another recipient': ({ xa, xc }: FakeRelay) => [xc, xa],
  }
  for (const [name, readers] of Object.entries(sealings)) {
    it(`says: envelope recipients, with ${name}`, async () => {
      const sample = await sampleSubmission(relay)
      const keys = readers(relay).map(({ openingKey }) => openingKey)
      const envelope = await sealEnvelope(toUtf8('anything'), keys)
      const { length } = toUtf8(envelope)
      const digest = await digestOf(envelope)
      const changed = await withHeader(sample, (header) => ({
        ...header,
        envelope: { length, digest },
      }))
      const { submission } = changed
      const found = await reasons({ ...changed, submission: { ...submission, envelope } })
      expect(found).to.have.members([unapproved, 'envelope-recipients'])
    })
  }

  it('says: envelope recipients, when it is no envelope at all', async () => {
    const envelope = '{"recipients":[]}'
    const changed = await withHeader(await sampleSubmission(relay), (header) => header)
    const digest = await digestOf(envelope)
    const again = await withHeader(changed, (header) => ({
      ...header,
      envelope: { length: envelope.length, digest },
    }))
    const found = await reasons({ ...again, submission: { ...again.submission, envelope } })
    expect(found).to.have.members([unapproved, 'envelope-recipients'])
  })

  it('says: part mismatch, when the header states another length', async () => {
    const sample = await sampleSubmission(relay)
    const [part] = sample.parts
    if (part === undefined) throw new Error('no part')
    const key = {
      sender: relay.xa.id,
      package: sample.draft.package,
      part: part.manifest.part,
      digest: part.sealed.digest,
    }
    relay.upload(key, part.sealed.length + 1)
    expect(await reasons(sample)).to.deep.equal(['part-mismatch'])
  })
})
