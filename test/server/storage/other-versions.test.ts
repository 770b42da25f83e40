import { randomBytes } from 'node:crypto'
import { expect } from 'chai'
import mongoose from 'mongoose'
import { connectStorage, type Storage } from '#server/storage/connect-storage.js'
import { testMongodbUri } from '#test/support/test-services.js'
import {
  at,
  kid,
  someCredential,
  someEvidence,
  somePackage,
  someReceipt,
  xa,
} from './contracts/fixtures.js'

/** Two versions side by side over one MongoDB: each reads what the other has written. */
describe('documents of another version', () => {
  const database = `t${randomBytes(8).toString('hex')}`
  let storage: Storage
  let raw: mongoose.Connection

  before(async () => {
    storage = await connectStorage(testMongodbUri(), { database })
    await storage.ensureIndexes()
    raw = await mongoose.createConnection(testMongodbUri(), { dbName: database }).asPromise()
  })
  after(async () => {
    await raw.dropDatabase()
    await Promise.all([storage, raw].map((one) => one.close()))
  })
  /** As a newer version would have written everything that is there. */
  const withMoreMembers = (collection: string) =>
    raw.collection(collection).updateMany({}, { $set: { ofALaterVersion: { some: 'thing' } } })

  it('have members that nobody here knows, which are passed over', async () => {
    const pkg = await storage.packages.keep(somePackage())
    const evidence = await storage.evidence.keep(someEvidence())
    if (evidence === 'taken') throw new TypeError('nothing else is there')
    const receipt = await storage.receipts.keep(someReceipt())
    const credential = await storage.directory.keep(someCredential(xa, kid()))
    const payload = { header: pkg.digest }
    await storage.jobs.ask({ id: 'one', name: 'clocks.expiry', payload, due: at(0) }, at(0), at(0))
    for (const name of ['packages', 'statements', 'outbox']) await withMoreMembers(name)

    expect(await storage.packages.find(pkg.package)).to.deep.equal(pkg)
    expect(await storage.evidence.chain(evidence.header)).to.deep.equal([evidence])
    expect(await storage.receipts.forPackage(receipt.header)).to.deep.equal([receipt])
    expect(await storage.directory.history(xa, 'rogatory-officer')).to.deep.equal([credential])
    expect(await storage.jobs.overlooked(at(1), 9)).to.have.length(1)
  })

  it('have jobs of kinds that nobody here knows, which wait for a newer version', async () => {
    const outbox = raw.collection('outbox')
    await outbox.deleteMany({})
    const later = { name: 'clocks.of-a-later-version', payload: {}, askedAt: at(0) }
    await outbox.insertOne({ ...later, dues: [at(0)], lookAt: at(0) })
    expect(await storage.jobs.overlooked(at(1), 9)).to.deep.equal([])
    expect(await outbox.countDocuments({ lookAt: at(0) })).to.equal(1)
  })
})
