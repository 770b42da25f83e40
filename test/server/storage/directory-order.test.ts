import { randomBytes } from 'node:crypto'
import { expect } from 'chai'
import mongoose from 'mongoose'
import { connectStorage, type Storage } from '#server/storage/connect-storage.js'
import { testMongodbUri } from '#test/support/test-services.js'
import { at, kid, someCredential, xa, xb } from './contracts/fixtures.js'

/** Two relay processes over one MongoDB. Whose word came last decides who holds a role. */
describe('the order in which the directory was written', () => {
  const database = `t${randomBytes(8).toString('hex')}`
  let fast: Storage
  let slow: Storage
  let raw: mongoose.Connection

  before(async () => {
    const open = () => connectStorage(testMongodbUri(), { database })
    ;[fast, slow] = await Promise.all([open(), open()])
    await fast.ensureIndexes()
    raw = await mongoose.createConnection(testMongodbUri(), { dbName: database }).asPromise()
  })
  beforeEach(() => raw.collection('statements').deleteMany({}))
  after(async () => {
    await raw.dropDatabase()
    await Promise.all([fast, slow, raw].map((one) => one.close()))
  })

  const revisions = async (authority: string) => {
    const all = await raw.collection('statements').find({ authority }).toArray()
    return all.map(({ revision }) => revision as number).sort((a, b) => a - b)
  }

  it('is that of the keeping, when a promotion was kept by the process whose clock is ahead', async () => {
    const key = kid()
    await fast.directory.keep(someCredential(xa, key, { keptAt: at(60) }))
    const demotion = await slow.directory.keep(someCredential(xa, key, { keptAt: at(0) }))
    for (const { directory } of [fast, slow]) {
      expect(await directory.findCredential(key)).to.deep.equal(demotion)
      expect((await directory.history(xa, 'rogatory-officer')).at(-1)).to.deep.equal(demotion)
    }
  })

  it('is one for all when many are kept at once: every place given away once, none left out', async () => {
    const keys = [kid(), kid()]
    const each = 40
    const moments = Array.from({ length: each }, (_, i) => i)
    const sequence = async ({ directory }: Storage, minute: number) => {
      const before: string[] = []
      for (const i of moments) {
        const one = someCredential(xa, keys[i % 2] ?? '', { keptAt: at(minute) })
        before.push((await directory.keep(one)).digest)
      }
      return before
    }
    const sequences = await Promise.all([
      ...[sequence(fast, 60), sequence(slow, 0), sequence(fast, 60), sequence(slow, 0)],
      slow.directory.keep(someCredential(xb, kid())),
    ])
    expect(await revisions(xa)).to.deep.equal(Array.from({ length: 4 * each }, (_, i) => i + 1))
    expect(await revisions(xb)).to.deep.equal([1])
    const order = (await fast.directory.history(xa, 'rogatory-officer')).map((one) => one.digest)
    expect(await slow.directory.history(xa, 'rogatory-officer')).to.have.length(4 * each)
    // What one caller kept before the next is before it for everybody.
    for (const one of sequences.slice(0, 4) as string[][]) {
      expect(order.filter((digest) => one.includes(digest))).to.deep.equal(one)
    }
    for (const key of keys) {
      const last = await fast.directory.findCredential(key)
      expect(await slow.directory.findCredential(key)).to.deep.equal(last)
    }
  })

  it('puts what has no revision, from before there were any, first and by its time', async () => {
    const key = kid()
    const [second, first] = [
      someCredential(xa, key, { keptAt: at(602) }),
      someCredential(xa, key, { keptAt: at(601) }),
    ]
    const old = [second, first]
    await raw.collection<{ _id: string }>('statements').insertMany(
      old.map(({ digest, ...rest }) => ({
        _id: digest,
        kind: 'directory',
        index: null,
        ...rest,
      })),
    )
    expect((await fast.directory.findCredential(key))?.digest).to.equal(second.digest)
    const next = await slow.directory.keep(someCredential(xa, key, { keptAt: at(0) }))
    const history = await fast.directory.history(xa, 'rogatory-officer')
    expect(history.map(({ digest }) => digest)).to.deep.equal([
      ...[first.digest, second.digest],
      next.digest,
    ])
    expect(await fast.directory.findCredential(key)).to.deep.equal(next)
    // Asked for again it is found, and gets no revision.
    expect((await fast.directory.keep(second)).digest).to.equal(second.digest)
    expect((await revisions(xa)).filter(Number.isInteger)).to.deep.equal([1])
  })
})
