import { randomBytes } from 'node:crypto'
import mongoose from 'mongoose'
import { connectStorage, type Storage } from '#server/storage/connect-storage.js'
import { testMongodbUri } from '#test/support/test-services.js'
import { clockStoreContract } from './contracts/clock-store.js'
import { directoryAuditContract } from './contracts/directory-audit.js'
import { directoryStoreContract } from './contracts/directory-store.js'
import { assignmentStoreContract } from './contracts/assignment-store.js'
import { draftStoreContract } from './contracts/draft-store.js'
import { enrolmentStoreContract } from './contracts/enrolment-store.js'
import { evidenceStoreContract } from './contracts/evidence-store.js'
import {
  dutyActStoreContract,
  endingStoreContract,
  noticeStoreContract,
  rosterStoreContract,
} from './contracts/notice-stores.js'
import { handoffStoreContract } from './contracts/handoff-store.js'
import { sessionStoreContract } from './contracts/session-store.js'
import { packageStoreContract } from './contracts/package-store.js'
import { receiptStoreContract } from './contracts/receipt-store.js'
import { resealingStoreContract } from './contracts/resealing-store.js'
import {
  handoverStoreContract,
  statusStoreContract,
  deletionStoreContract,
  departureStoreContract,
  keyClaimsContract,
  vaultStoreContract,
} from './contracts/small-stores.js'

describe('stores in MongoDB', () => {
  const database = `t${randomBytes(8).toString('hex')}`
  let storage: Storage
  let raw: mongoose.Connection

  before(async () => {
    storage = await connectStorage(testMongodbUri(), { database })
    await storage.ensureIndexes()
    raw = await mongoose.createConnection(testMongodbUri(), { dbName: database }).asPromise()
  })
  beforeEach(async () => {
    const names = [
      ...[
        'packages',
        'statements',
        'departures',
        'keyClaims',
        'vaults',
        'enrolments',
        'drafts',
        'handovers',
      ],
      ...[
        'notices',
        'endings',
        'certificateStatuses',
        'clocks',
        'rosters',
        'handoffs',
        'handoffEnvelopes',
        'duty_acts',
        'sessions',
        'deletions',
        'resealings',
      ],
    ]
    await Promise.all(names.map((name) => raw.collection(name).deleteMany({})))
  })
  after(async () => {
    await storage.close()
    await raw.dropDatabase()
    await raw.close()
  })

  describe('packages', () => packageStoreContract(() => storage.packages))
  describe('evidence', () =>
    evidenceStoreContract(
      () => storage.evidence,
      (digest, index) => storage.log.markSequenced([{ digest, index, hash: new Uint8Array(32) }]),
    ))
  describe('receipts', () => receiptStoreContract(() => storage.receipts))
  describe('resealings', () => resealingStoreContract(() => storage.resealings))
  describe('directory', () => directoryStoreContract(() => storage.directory))
  describe('audit', () => directoryAuditContract(() => storage.directory))
  describe('deletions', () => deletionStoreContract(() => storage.deletions))
  describe('departures', () => departureStoreContract(() => storage.departures))
  describe('claims of keys', () => keyClaimsContract(() => storage.keyClaims))
  describe('vaults', () => vaultStoreContract(() => storage.vaults))
  describe('enrolments', () => enrolmentStoreContract(() => storage.enrolments))
  describe('drafts', () => draftStoreContract(() => storage.drafts))
  describe('assignments', () => assignmentStoreContract(() => storage.assignments))
  describe('statuses', () => statusStoreContract(() => storage.statuses))
  describe('clocks', () => clockStoreContract(() => storage.clocks))
  describe('handovers', () => handoverStoreContract(() => storage.handovers))
  describe('notices', () => noticeStoreContract(() => storage.notices))
  describe('sessions', () => sessionStoreContract(() => storage.sessions))
  describe('endings', () => endingStoreContract(() => storage.endings))
  describe('handoffs', () => handoffStoreContract(() => storage.handoffs))
  describe('rosters', () => rosterStoreContract(() => storage.rosters))
  describe('acts about alerts', () => dutyActStoreContract(() => storage.dutyActs))
})
