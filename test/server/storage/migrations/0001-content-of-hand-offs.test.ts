import { expect } from 'chai'
import { generateSigningKey } from '#crypto/keys/generate.js'
import type { Handoff } from '#crypto/translation/handoff.js'
import { signHandoff } from '#crypto/translation/sign-handoff.js'
import { contentOfHandOffs } from '#server/storage/migrations/0001-content-of-hand-offs.js'
import { migratedDatabase } from '#test/support/migrated-database.js'
import { rejection } from '#test/support/rejection.js'
import { sampleHandoff } from '#test/support/sample-handoff.js'
import { NOW } from '#test/support/world/moments.js'
import { digestOf } from '../contracts/fixtures.js'

type Document = Record<string, unknown> & { _id: string }

describe('migration 0001-content-of-hand-offs', () => {
  let database: Awaited<ReturnType<typeof migratedDatabase>>
  beforeEach(async () => {
    database = await migratedDatabase()
  })
  afterEach(() => database.remove())

  const handoffs = () => database.connection.collection<Document>('handoffs')
  const document = (id: string) => handoffs().findOne({ _id: id })

  /** As the version before `content` wrote one. */
  async function keptThen(handoff: Handoff): Promise<Document> {
    const statement = await signHandoff(handoff, await generateSigningKey('x25519'))
    const { source, authority, turns } = handoff
    return {
      _id: handoff.handoff,
      digest: digestOf(statement),
      statement,
      credential: 'c',
      authority,
      keptAt: NOW,
      package: source.package,
      kids: turns.map(({ translator }) => translator.kid),
    }
  }
  const ofDraft = () =>
    keptThen(sampleHandoff({ source: { ...sampleHandoff().source, header: null } }))
  const ofPackage = () => keptThen(sampleHandoff())
  const withoutPackage = ({ _id, ...rest }: Document): Document => ({
    _id,
    ...Object.fromEntries(Object.entries(rest).filter(([name]) => name !== 'package')),
  })

  it('gives `content` to those of copies that no package has, and to no others', async () => {
    const [draft, pkg, gone] = [await ofDraft(), await ofPackage(), await ofDraft()]
    await handoffs().insertMany([draft, pkg, { ...gone, content: 'deleted' }])
    await database.run(contentOfHandOffs)
    expect(await document(draft._id)).to.deep.equal({ ...draft, content: 'kept' })
    expect(await document(pkg._id)).to.deep.equal(pkg)
    expect(await document(gone._id)).to.deep.equal({ ...gone, content: 'deleted' })
    expect(database.told).to.deep.equal(['migration.done 0001-content-of-hand-offs 1'])
  })

  it('names the package of those that were kept before it was noted', async () => {
    const [draft, pkg] = [await ofDraft(), await ofPackage()]
    await handoffs().insertMany([draft, pkg].map(withoutPackage))
    await database.run(contentOfHandOffs)
    expect(await document(draft._id)).to.deep.equal({ ...draft, content: 'kept' })
    expect(await document(pkg._id)).to.deep.equal(pkg)
  })

  it('leaves what retention notes meanwhile', async () => {
    const draft = await ofDraft()
    await handoffs().insertOne(draft)
    const { connection } = database
    // Retention comes exactly between the look and the write.
    const overtaken = new Proxy(connection, {
      get: (target, name) =>
        name !== 'collection'
          ? (Reflect.get(target, name) as unknown)
          : () => ({
              find: (filter: object) => handoffs().find(filter),
              bulkWrite: async (...args: Parameters<ReturnType<typeof handoffs>['bulkWrite']>) => {
                await handoffs().updateOne({ _id: draft._id }, { $set: { content: 'deleted' } })
                return handoffs().bulkWrite(...args)
              },
            }),
    })
    for await (const batch of contentOfHandOffs.batches(overtaken))
      expect(batch.changed).to.equal(0)
    expect(await document(draft._id)).to.deep.equal({ ...draft, content: 'deleted' })
  })

  it('passes over what cannot be read, and tells of it', async () => {
    const [changed, draft] = [await ofDraft(), await ofDraft()]
    await handoffs().insertMany([{ ...changed, digest: digestOf('another') }, draft])
    await database.run(contentOfHandOffs)
    expect(await document(changed._id)).to.not.have.property('content')
    expect(await document(draft._id)).to.have.property('content', 'kept')
    expect(database.told).to.deep.equal([
      'migration.passed-over 0001-content-of-hand-offs 1',
      'migration.done 0001-content-of-hand-offs 1',
    ])
  })

  it('goes in batches, and does the rest after one that was cut off', async () => {
    const draft = await ofDraft()
    const many = Array.from({ length: 450 }, (_, n) => ({ ...draft, _id: `h${1000 + n}` }))
    await handoffs().insertMany(many)
    const kept = () => handoffs().countDocuments({ content: 'kept' })
    const cut = database.run({
      ...contentOfHandOffs,
      async *batches(connection) {
        for await (const batch of contentOfHandOffs.batches(connection)) {
          yield batch
          throw new Error('killed')
        }
      },
    })
    expect(await rejection(cut)).to.have.property('message', 'killed')
    expect(await kept()).to.equal(200)
    await database.run(contentOfHandOffs)
    expect(await kept()).to.equal(450)
    expect(database.told).to.deep.equal(['migration.done 0001-content-of-hand-offs 250'])
  })
})
