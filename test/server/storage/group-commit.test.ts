import { expect } from 'chai'
import { mongo } from 'mongoose'
import { groupCommit } from '#server/storage/group-commit.js'
import { rejection } from '#test/support/rejection.js'
import { testDatabase } from '#test/support/test-services.js'

type Doc = { _id: string; place: string }
const sizeOf = () => 1

describe('group commit', () => {
  describe('on the real MongoDB', () => {
    let database: Awaited<ReturnType<typeof testDatabase>>
    let collection: mongo.Collection<Doc>
    before(async () => {
      database = await testDatabase()
      collection = database.connection.collection('grouped') as unknown as typeof collection
      await collection.createIndex({ place: 1 }, { unique: true }, {})
    })
    after(() => database.drop())

    it('tells each of a thousand what became of its own document', async () => {
      const keep = groupCommit(collection, { sizeOf, maxBatch: 100 })
      // Two documents for each place, so exactly half of them are too late.
      const kept = await Promise.all(
        Array.from({ length: 1000 }, (_, i) => keep({ _id: `d${i}`, place: `p${i % 500}` })),
      )
      expect(kept.filter((one) => one === 'kept')).to.have.length(500)
      const there = new Set((await collection.find().toArray()).map(({ _id }) => _id))
      kept.forEach((one, i) => expect(there.has(`d${i}`)).to.equal(one === 'kept'))
    })

    it('rejects the one document that the server refuses, and keeps its neighbours', async () => {
      const keep = groupCommit(collection, { sizeOf })
      // A field name of 17 MB is beyond what a document may be.
      const huge = { _id: 'huge', place: 'x'.repeat(17 * 1024 * 1024) }
      const results = await Promise.allSettled([
        keep({ _id: 'a', place: 'a' }),
        keep(huge),
        keep({ _id: 'b', place: 'b' }),
      ])
      expect(results[1].status).to.equal('rejected')
      expect(await collection.countDocuments({ _id: 'huge' })).to.equal(0)
    })
  })

  describe('in the order of its effects', () => {
    type Insert = { readonly ids: string[]; readonly settle: (error?: unknown) => void }
    function recorded() {
      const inserts: Insert[] = []
      const insertMany = (documents: Doc[]) =>
        new Promise((resolve, reject) => {
          const settle = (error?: unknown) => (error instanceof Error ? reject(error) : resolve({}))
          inserts.push({ ids: documents.map(({ _id }) => _id), settle })
        })
      return { inserts, collection: { insertMany } as unknown as mongo.Collection<Doc> }
    }
    const doc = (_id: string) => ({ _id, place: _id })
    /** Not a matter of time: what a turn of the event loop brings about has happened after three. */
    const turn = async () => {
      for (let i = 0; i < 3; i++) await new Promise(setImmediate)
    }

    it('sends what is asked for in one turn together, and the rest once that is durable', async () => {
      const { inserts, collection } = recorded()
      const keep = groupCommit(collection, { sizeOf })
      const first = [keep(doc('a')), keep(doc('b'))]
      await turn()
      const second = [keep(doc('c')), keep(doc('d'))]
      await turn()
      expect(inserts.map(({ ids }) => ids)).to.deep.equal([['a', 'b']])
      let answered = false
      void first[0]?.then(() => (answered = true))
      await turn()
      expect(answered).to.equal(false)
      inserts[0]?.settle()
      await Promise.all(first)
      await turn()
      expect(inserts.map(({ ids }) => ids)).to.deep.equal([
        ['a', 'b'],
        ['c', 'd'],
      ])
      inserts[1]?.settle()
      expect(await Promise.all(second)).to.deep.equal(['kept', 'kept'])
    })

    it('bounds a batch in documents and in octets, but takes one however large', async () => {
      const { inserts, collection } = recorded()
      const size = (one: Doc) => (one._id === 'large' ? 100 : 1)
      const keep = groupCommit(collection, {
        sizeOf: size,
        maxBatch: 3,
        maxOctets: 10,
        inFlight: 1,
      })
      const all = ['a', 'b', 'c', 'd', 'large', 'e'].map((id) => keep(doc(id)))
      for (let i = 0; i < 4; i++) {
        await turn()
        inserts[i]?.settle()
      }
      await Promise.all(all)
      expect(inserts.map(({ ids }) => ids)).to.deep.equal([
        ['a', 'b', 'c'],
        ['d'],
        ['large'],
        ['e'],
      ])
    })

    it('opens a second way only for more than one batch', async () => {
      const { inserts, collection } = recorded()
      const keep = groupCommit(collection, { sizeOf, maxBatch: 2, inFlight: 2 })
      const all = [keep(doc('a'))]
      await turn()
      all.push(keep(doc('b')))
      await turn()
      expect(inserts).to.have.length(1)
      all.push(keep(doc('c')))
      await turn()
      expect(inserts).to.have.length(2)
      for (const { settle } of inserts) settle()
      await Promise.all(all)
    })

    it('rejects the whole batch when its outcome is unknown, and goes on', async () => {
      const { inserts, collection } = recorded()
      const keep = groupCommit(collection, { sizeOf })
      const lost = keep(doc('a'))
      await turn()
      const gone = new mongo.MongoNetworkError('connection closed')
      inserts[0]?.settle(gone)
      expect(await rejection(lost)).to.equal(gone)
      const again = keep(doc('a'))
      await turn()
      inserts[1]?.settle()
      expect(await again).to.equal('kept')
    })

    it('takes the driver’s bulk error without a word on any document for an unknown outcome', async () => {
      const { inserts, collection } = recorded()
      const keep = groupCommit(collection, { sizeOf })
      const lost = keep(doc('a'))
      await turn()
      const gone = new mongo.MongoNetworkError('connection closed')
      const wrapped = Object.assign(Object.create(mongo.MongoBulkWriteError.prototype) as Error, {
        writeErrors: [],
        errorResponse: gone,
        result: { insertedCount: 0, getWriteConcernError: () => undefined },
      })
      inserts[0]?.settle(wrapped)
      expect(await rejection(lost)).to.equal(gone)
    })

    it('trusts no insert whose durability MongoDB did not confirm', async () => {
      const { inserts, collection } = recorded()
      const keep = groupCommit(collection, { sizeOf })
      const kept = keep(doc('a'))
      await turn()
      const doubtful = Object.assign(Object.create(mongo.MongoBulkWriteError.prototype) as Error, {
        writeErrors: [],
        result: { getWriteConcernError: () => ({ code: 64 }) },
      })
      inserts[0]?.settle(doubtful)
      expect(await rejection(kept)).to.equal(doubtful)
    })
  })
})
