import { randomBytes } from 'node:crypto'
import { expect } from 'chai'
import mongoose, { type Connection, type mongo } from 'mongoose'
import { mongoDirectoryStore } from '#server/storage/directory-store.js'
import { mongoEvidenceStore } from '#server/storage/evidence-store.js'
import { groupCommit } from '#server/storage/group-commit.js'
import { mongoLogStore } from '#server/storage/log/log-store.js'
import { mongoPackageStore } from '#server/storage/package-store.js'
import { mongoReceiptStore } from '#server/storage/receipt-store.js'
import { statementsOf } from '#server/storage/statement-schema.js'
import { testMongodbUri } from '#test/support/test-services.js'
import {
  anyDigest,
  kid,
  NOON,
  someEntry,
  someEvidence,
  somePackage,
  xa,
  xb,
} from './contracts/fixtures.js'

/** No question of a store may read a whole collection: a mailbox of a million packages is no slower. */
describe('every query of a store is answered from an index', () => {
  let connection: Connection
  const asked: mongo.CommandStartedEvent[] = []

  before(async () => {
    connection = await mongoose
      .createConnection(testMongodbUri(), {
        dbName: `t${randomBytes(8).toString('hex')}`,
        monitorCommands: true,
        autoIndex: false,
      })
      .asPromise()
    statementsOf(connection)
    mongoPackageStore(connection)
    await Promise.all(Object.values(connection.models).map((model) => model.createIndexes()))
    connection.getClient().on('commandStarted', (event) => asked.push(event))
  })
  after(async () => {
    await connection.dropDatabase()
    await connection.close()
  })

  function stores() {
    // A model belongs to a connection once: the same one is found again.
    const statements = {
      model: connection.model('Statement'),
      collection: connection.collection('statements'),
    } as unknown as ReturnType<typeof statementsOf>
    const insert = groupCommit(statements.collection, { sizeOf: () => 1 })
    return {
      evidence: mongoEvidenceStore(statements, insert),
      receipts: mongoReceiptStore(statements, insert),
      directory: mongoDirectoryStore(statements, insert),
      log: mongoLogStore(connection),
    }
  }

  async function stagesOf(act: () => Promise<unknown>): Promise<string[]> {
    asked.length = 0
    await act()
    const questions = asked.filter(({ commandName }) => ['find', 'aggregate'].includes(commandName))
    const stages: string[] = []
    for (const { command } of questions) {
      const plain = Object.fromEntries(
        Object.entries(command).filter(([name]) => name !== 'lsid' && name !== '$db'),
      )
      const explained = await connection.db?.command({ explain: plain, verbosity: 'queryPlanner' })
      JSON.stringify(explained, (name, value: unknown) => {
        if (name === 'rejectedPlans') return undefined
        if (name === 'stage' && typeof value === 'string') stages.push(value)
        return value
      })
    }
    expect(stages).to.not.deep.equal([])
    return stages
  }

  const questions: Record<string, () => Promise<unknown>> = {
    'a step': () => stores().evidence.findStep(anyDigest(), 'A.1'),
    'a chain': () => stores().evidence.chain(anyDigest()),
    'several chains': () => stores().evidence.chains([anyDigest(), anyDigest()]),
    'evidence by digest': () => stores().evidence.findByDigest(anyDigest()),
    'a feed': () => stores().evidence.sequencedAfter(xa, 41, 50),
    'a feed from its beginning': () => stores().evidence.sequencedAfter(xa, -1, 50),
    'the end of a feed': () => stores().evidence.unsequenced(xa, 50),
    receipts: () => stores().receipts.forPackage(anyDigest()),
    'the place of the next word about an authority': () =>
      stores().directory.keep(someEntry(xa, 2)),
    'versions of an entry': () => stores().directory.history(xa, 'rogatory-entry'),
    'current entries': () => stores().directory.currentEntries(xa, 50),
    'a credential': () => stores().directory.findCredential(kid()),
    'the audit': () => stores().directory.newest({ authority: xa }, undefined, 50),
    acceptances: () => stores().directory.evidenceFor([anyDigest()]),
    'work of the sequencer': () => stores().log.unsequenced(100),
  }
  for (const [name, ask] of Object.entries(questions)) {
    it(name, async () => {
      const { evidence } = stores()
      await evidence.keep(someEvidence())
      const stages = await stagesOf(ask)
      expect(stages).to.not.include('COLLSCAN')
    })
  }

  it('the feed and mailboxes need no sorting either', async () => {
    const stages = await stagesOf(() => stores().evidence.sequencedAfter(xa, 41, 50))
    expect(stages).to.not.include('SORT')
    for (const after of [undefined, { keptAt: NOON, digest: anyDigest() }]) {
      const only = { authority: xa, typ: 'rogatory-officer', since: NOON } as const
      const audited = await stagesOf(() => stores().directory.newest(only, after, 50))
      expect(audited).to.include('IXSCAN')
      expect(audited).to.not.include('SORT')
    }
    const packages = mailbox()
    await packages.keep(somePackage())
    const cursor = { keptAt: NOON, package: somePackage().package }
    for (const box of ['inbox', 'sent'] as const) {
      for (const after of [undefined, cursor]) {
        const paged = await stagesOf(() => packages.page(box, xb, after, 50))
        expect(paged).to.include('IXSCAN')
        expect(paged).to.not.include('SORT')
        expect(paged).to.not.include('COLLSCAN')
      }
    }
    for (const box of ['inbox', 'sent'] as const) {
      const ofCase = await stagesOf(() =>
        packages.page(box, xb, cursor, 50, { case: somePackage().case }),
      )
      expect(ofCase).to.include('IXSCAN').and.not.include('COLLSCAN')
    }
    const urgent = ['urgent', 'emergency'] as const
    const waiting = await stagesOf(() =>
      packages.page('inbox', xb, cursor, 50, { urgency: urgent }),
    )
    expect(waiting).to.include('IXSCAN').and.not.include('SORT')
    const found = await stagesOf(() => packages.findByHeader(anyDigest()))
    expect(found).to.not.include('COLLSCAN')
  })

  function mailbox() {
    connection.deleteModel('Package')
    return mongoPackageStore(connection)
  }
})
