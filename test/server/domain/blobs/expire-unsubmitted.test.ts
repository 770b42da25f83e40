import { expect } from 'chai'
import type { BlobKey } from '#server/domain/ports.js'
import { expireUnsubmitted } from '#server/domain/blobs/expire-unsubmitted.js'
import { callerOf, fakeRelay } from '#test/support/fake-relay.js'
import { handedOff, linguists } from '#test/support/handed-off.js'
import { sampleSubmission } from '#test/support/sample-submission.js'
import { after, NOW } from '#test/support/world/moments.js'

describe('expiring what was never submitted', () => {
  it('keeps parts of packages, of translations and of what is translated, and nothing else', async () => {
    const relay = await fakeRelay()
    const people = await linguists(relay)
    const sample = await sampleSubmission(relay)
    await relay.submit(callerOf(relay.drafter), sample.submission)
    const job = await handedOff(relay, sample, people)
    await job.assign()
    await job.accept(people.first, 0)
    const { returned } = await job.giveBack(people.first)
    const unsent = await sampleSubmission(relay)
    const early = await sampleSubmission(relay)
    // Documents of a draft, handed over before they are sent.
    const { source } = job.handoff
    const [own] = early.parts
    if (own === undefined) throw new TypeError('the sample has parts')
    const { part: name, digest: sealedAs } = { ...own.sealed, part: own.manifest.part }
    const parts = [{ part: name, digest: sealedAs, length: own.sealed.length }]
    const before = { ...source, header: null, package: early.draft.package, parts }
    const uploaded = { sender: relay.xa.id, package: before.package, part: name, digest: sealedAs }
    const handed = await handedOff(relay, sample, people, { source: before })
    await handed.assign()

    const keysOf = ({ draft, parts }: typeof sample): BlobKey[] =>
      parts.map(({ manifest: { part }, sealed: { digest } }) => ({
        sender: relay.xa.id,
        package: draft.package,
        part,
        digest,
      }))
    const { package: id, targets } = returned.act
    const translated = targets.map(({ part, digest }) => ({
      sender: relay.xa.id,
      package: id,
      part,
      digest,
    }))
    const [part] = keysOf(sample)
    if (part === undefined) throw new TypeError('the sample has parts')
    const foreign = { ...part, sender: relay.xb.id }
    const otherOctets = { ...part, digest: 'f'.repeat(64) }

    let since: Date | undefined
    const kept: BlobKey[] = []
    const asked = [
      ...[...keysOf(sample), ...translated, uploaded, foreign, otherOctets],
      ...keysOf(unsent),
    ]
    const uploads = {
      async expire(idleSince: Date, isSubmitted: (blob: BlobKey) => Promise<boolean>) {
        since = idleSince
        for (const key of asked) if (await isSubmitted(key)) kept.push(key)
        return asked.length - kept.length
      },
    }
    const round = expireUnsubmitted({ ...relay, uploads, lifetimeMs: 3_600_000 })
    expect(await round()).to.equal(4)
    expect(since).to.deep.equal(after(NOW, -3600))
    expect(kept).to.deep.equal([...keysOf(sample), ...translated, uploaded])

    // What was translated ends with what it was made of; copies of a hand-off when these are deleted.
    await relay.packages.removeEnvelope(sample.header, NOW)
    kept.length = 0
    await round()
    expect(kept).to.deep.equal([uploaded])
    await relay.handoffs.noteDeleted(handed.handoff.handoff)
    kept.length = 0
    await round()
    expect(kept).to.deep.equal([])
  })
})
