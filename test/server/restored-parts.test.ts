import { expect } from 'chai'
import { checkKeptParts } from '#server/domain/blobs/check-kept-parts.js'
import type { BlobKey } from '#server/domain/ports.js'
import { mongoPackageStore } from '#server/storage/package-store.js'
import { callerOf, fakeRelay } from '#test/support/fake-relay.js'
import { rejection } from '#test/support/rejection.js'
import { sampleSubmission } from '#test/support/sample-submission.js'
import { testDatabase } from '#test/support/test-services.js'

describe('the parts of a restored backup', function () {
  this.timeout(300_000)
  let database: Awaited<ReturnType<typeof testDatabase>>
  before(async () => {
    database = await testDatabase()
  })
  after(() => database.drop())

  it('are there, or are named: missing, of another length, of other octets', async () => {
    const relay = await fakeRelay()
    const packages = mongoPackageStore(database.connection)
    const samples = []
    for (let i = 0; i < 3; i++) {
      const sample = await sampleSubmission(relay, { withoutParts: i === 2 })
      samples.push(sample)
      // The last is refused for want of parts: it owes none.
      const submitting = relay.submit(callerOf(relay.drafter), sample.submission)
      await (i === 2 ? rejection(submitting) : submitting)
    }
    for (const pkg of relay.state.packages) await packages.keep(pkg)

    const gone = new Set<string>()
    const blobs = {
      find: async (key: BlobKey) => (gone.has(key.part) ? undefined : relay.blobs.find(key)),
    }
    const { evidence, resealings } = relay
    const ports = { packages, evidence, resealings, blobs }
    expect(await checkKeptParts(ports)).to.deep.equal({ packages: 2, parts: 4, wrong: [] })

    const part = samples[1]?.parts[1]?.manifest.part ?? ''
    gone.add(part)
    const missing = await checkKeptParts(ports)
    expect(missing.wrong.map((key) => key.part)).to.deep.equal([part])
    gone.clear()

    const changed = samples[0]?.parts[0]?.manifest.part ?? ''
    const digestOf = (key: BlobKey) =>
      Promise.resolve(key.part === changed ? '00'.repeat(32) : key.digest)
    const read = await checkKeptParts({ ...ports, digestOf })
    expect(read.wrong.map((key) => key.part)).to.deep.equal([changed])

    const short = { find: () => Promise.resolve({ length: 1 }) }
    expect((await checkKeptParts({ ...ports, blobs: short })).wrong).to.have.length(4)
  })
})
