import { expect } from 'chai'
import { caseOfPackages } from '#server/storage/migrations/0002-case-of-packages.js'
import { fakeRelay } from '#test/support/fake-relay.js'
import { migratedDatabase } from '#test/support/migrated-database.js'
import { sampleSubmission } from '#test/support/sample-submission.js'

type Document = Record<string, unknown> & { _id: string }

describe('migration 0002-case-of-packages', () => {
  let database: Awaited<ReturnType<typeof migratedDatabase>>
  beforeEach(async () => {
    database = await migratedDatabase()
  })
  afterEach(() => database.remove())

  const packages = () => database.connection.collection<Document>('packages')
  const document = (id: string) => packages().findOne({ _id: id })

  /** As the version before wrote one. */
  async function keptThen() {
    const sample = await sampleSubmission(await fakeRelay(), { urgency: 'urgent' })
    const { submission, header: digest, draft } = sample
    const { header, credential, approvals, envelope } = submission
    const about = { sender: 'xa.moj', recipients: ['xb.pgo'], keptAt: new Date(0) }
    const kept = { _id: draft.package, digest, header, credential, approvals, envelope, ...about }
    return { kept, found: { case: draft.case, urgency: 'urgent' } }
  }

  it('says of which case and how urgent they are, as their headers do, once', async () => {
    const { kept, found } = await keptThen()
    await packages().insertOne(kept)
    await database.run(caseOfPackages)
    expect(await document(kept._id)).to.deep.equal({ ...kept, ...found })
    expect(database.told).to.deep.equal(['migration.done 0002-case-of-packages 1'])
  })

  it('leaves what has them, passes over what cannot be read, and goes in batches', async () => {
    const { kept, found } = await keptThen()
    const many = Array.from({ length: 250 }, (_, n) => ({ ...kept, _id: `p${1000 + n}` }))
    const newer = { ...kept, _id: 'p-newer', case: 'another', urgency: 'routine' }
    const changed = { ...kept, _id: 'p-changed', digest: 'f'.repeat(64) }
    await packages().insertMany([...many, newer, changed])
    await database.run(caseOfPackages)
    expect(await packages().countDocuments(found)).to.equal(250)
    expect(await document(newer._id)).to.deep.equal(newer)
    expect(await document(changed._id)).to.deep.equal(changed)
    expect(database.told).to.deep.equal([
      'migration.passed-over 0002-case-of-packages 1',
      'migration.done 0002-case-of-packages 250',
    ])
  })
})
