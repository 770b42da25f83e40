import type { ConnectionOptions } from 'node:tls'
import mongoose, { type Connection, type Model, type mongo } from 'mongoose'
import type { StatusStore } from '../domain/directory/certificate-status.js'
import type { ClockStore } from '../domain/clocks/clock-store.js'
import type { HeartbeatStore } from '../domain/heartbeats.js'
import type {
  CheckpointHistory,
  CosignatureStore,
  LeaseStore,
  LogStore,
  StampQueue,
  TimestampStore,
  UnsequencedBacklog,
} from '../domain/log/ports.js'
import type { DepartureStore } from '../domain/directory/departure-store.js'
import type { KeyClaims } from '../domain/directory/key-claims.js'
import type { AssignmentStore } from '../domain/assignments/assignment-store.js'
import type { DraftStore } from '../domain/drafts/draft-store.js'
import type { EndingStore } from '../domain/endings/ending-store.js'
import type { EnrolmentStore } from '../domain/enrolment/enrolment-store.js'
import type { DeliveryCounts, DeliveryStore } from '../domain/duty/delivery-store.js'
import type { SessionStore } from '../domain/sessions/session-store.js'
import type { NoticeStore } from '../domain/notices/notice-store.js'
import type { JobAges, PendingJobs } from '../domain/pending-jobs.js'
import type {
  DirectoryAudit,
  DirectoryStore,
  EvidenceStore,
  HandoverStore,
  PackageContents,
  PackageStore,
  PackageWalk,
  ReceiptStore,
  VaultStore,
} from '../domain/ports.js'
import { mongoClockStore } from './clock-store.js'
import type { DutyActStore } from '../domain/duty/duty-act-store.js'
import type { DeletionStore } from '../domain/retention/deletion-store.js'
import type { ResealingStore } from '../domain/resealing/resealing-store.js'
import type { RosterStore } from '../domain/duty/roster-store.js'
import { mongoDeletionStore } from './deletion-store.js'
import { mongoDeliveryStore } from './delivery-store.js'
import { mongoDirectoryStore } from './directory-store.js'
import { mongoAssignmentStore } from './assignment-store.js'
import { mongoDraftStore } from './draft-store.js'
import { DURABLE, SETTLED } from './durable.js'
import { mongoEndingStore } from './ending-store.js'
import { mongoEnrolmentStore } from './enrolment-store.js'
import { failLostWrites } from './fail-lost-writes.js'
import { mongoEvidenceStore } from './evidence-store.js'
import { groupCommit } from './group-commit.js'
import { mongoHandoverStore } from './handover-store.js'
import { mongoCosignatureStore } from './log/cosignature-store.js'
import type { HandoffStore } from '../domain/translation/handoff-store.js'
import { mongoHandoffStore } from './handoff-store.js'
import { mongoHeartbeatStore } from './log/heartbeat-store.js'
import { mongoLeaseStore } from './log/lease-store.js'
import { mongoLogStore } from './log/log-store.js'
import { mongoStampQueue } from './log/stamp-queue.js'
import { mongoTimestampStore } from './log/timestamp-store.js'
import { type Migrations, mongoMigrations } from './migrations/mongo-migrations.js'
import { mongoNoticeStore } from './notice-store.js'
import { mongoOutboxStore } from './outbox-store.js'
import { mongoPackageStore } from './package-store.js'
import { mongoReceiptStore } from './receipt-store.js'
import { mongoResealingStore } from './resealing-store.js'
import { mongoDutyActStore } from './duty-act-store.js'
import { mongoRosterStore } from './roster-store.js'
import { mongoSessionStore } from './session-store.js'
import { statementsOf } from './statement-schema.js'
import { mongoStatusStore } from './status-store.js'
import { mongoDepartureStore } from './departure-store.js'
import { mongoKeyClaims } from './key-claim-store.js'
import { tellLoss } from './tell-loss.js'
import { mongoVaultStore } from './vault-store.js'
import { withCause } from './with-cause.js'

export type Storage = {
  readonly packages: PackageContents & PackageStore & PackageWalk
  readonly evidence: EvidenceStore
  readonly receipts: ReceiptStore
  readonly resealings: ResealingStore
  readonly directory: DirectoryAudit & DirectoryStore
  readonly departures: DepartureStore
  readonly keyClaims: KeyClaims
  readonly deletions: DeletionStore
  readonly vaults: VaultStore
  readonly enrolments: EnrolmentStore
  readonly drafts: DraftStore
  readonly assignments: AssignmentStore
  readonly handovers: HandoverStore
  readonly clocks: ClockStore
  readonly handoffs: HandoffStore
  readonly jobs: JobAges & PendingJobs
  readonly log: CheckpointHistory & LogStore & UnsequencedBacklog
  readonly leases: LeaseStore
  readonly timestamps: TimestampStore
  readonly stamps: StampQueue
  readonly cosignatures: CosignatureStore
  readonly heartbeats: HeartbeatStore
  readonly notices: NoticeStore
  readonly sessions: SessionStore
  readonly deliveries: DeliveryCounts & DeliveryStore
  readonly rosters: RosterStore
  readonly dutyActs: DutyActStore
  readonly endings: EndingStore
  readonly statuses: StatusStore
  readonly migrations: Migrations
  /** Creates what indexes are missing; uniqueness rests on them, so nothing is served before. */
  ensureIndexes(): Promise<void>
  /** Rejects when MongoDB does not answer. */
  ping(): Promise<void>
  close(): Promise<void>
}

export type StorageOptions = {
  /** Named by the address when left out. */
  readonly database?: string
  /** After so long without a usable server a request fails rather than waits. */
  readonly patienceMs?: number
  readonly maxConnections?: number
  /** Whom the connections trust, where the address asks for TLS, and what they show of themselves: see `renewableContext`. */
  readonly tls?: Pick<ConnectionOptions, 'secureContext'>
  /** Told of every server that is lost, by a code such as `ECONNRESET` or `CERT_HAS_EXPIRED`. */
  readonly onLost?: (code: string) => void
}

/**
 * Opens all stores over one connection pool.
 *
 * No transactions, change streams or sessions of the driver are used, one expiring index (of `sessions`), no write is
 * acknowledged before the journal of a majority holds it, and nothing is read that an election could take back,
 * whatever the address says (docs/storage.md).
 */
export async function connectStorage(uri: string, options: StorageOptions = {}): Promise<Storage> {
  const { database, patienceMs = 5_000, maxConnections = 32, tls = {} } = options
  failLostWrites()
  const connection = mongoose.createConnection(uri, {
    ...(database === undefined ? {} : { dbName: database }),
    ...DURABLE,
    ...SETTLED,
    ...tls,
    serverSelectionTimeoutMS: patienceMs,
    connectTimeoutMS: patienceMs,
    maxPoolSize: maxConnections,
    retryWrites: false,
    autoIndex: false,
    autoCreate: false,
    // A request that cannot be sent now fails now: its caller knows how to ask again.
    bufferCommands: false,
  })
  try {
    const connected = await connection.asPromise()
    if (options.onLost !== undefined) tellLoss(connected.getClient(), options.onLost)
    return storageOf(connected)
  } catch (error) {
    // Else it would go on trying for nobody.
    await connection.destroy()
    throw withCause(error)
  }
}

function storageOf(connection: Connection): Storage {
  const statements = statementsOf(connection)
  const insert = groupCommit(statements.collection, {
    sizeOf: ({ statement }) => statement.length,
  })
  const leases = mongoLeaseStore(connection)
  return {
    packages: mongoPackageStore(connection),
    evidence: mongoEvidenceStore(statements, insert),
    receipts: mongoReceiptStore(statements, insert),
    resealings: mongoResealingStore(connection),
    directory: mongoDirectoryStore(statements, insert),
    departures: mongoDepartureStore(connection),
    keyClaims: mongoKeyClaims(connection),
    deletions: mongoDeletionStore(connection),
    vaults: mongoVaultStore(connection),
    enrolments: mongoEnrolmentStore(connection),
    drafts: mongoDraftStore(connection),
    assignments: mongoAssignmentStore(connection),
    handovers: mongoHandoverStore(connection),
    clocks: mongoClockStore(connection),
    handoffs: mongoHandoffStore(connection, statements, insert),
    jobs: mongoOutboxStore(connection),
    log: mongoLogStore(connection),
    leases,
    timestamps: mongoTimestampStore(connection),
    stamps: mongoStampQueue(connection),
    cosignatures: mongoCosignatureStore(connection),
    heartbeats: mongoHeartbeatStore(connection),
    notices: mongoNoticeStore(connection),
    sessions: mongoSessionStore(connection),
    deliveries: mongoDeliveryStore(connection),
    rosters: mongoRosterStore(connection),
    dutyActs: mongoDutyActStore(connection),
    endings: mongoEndingStore(connection),
    statuses: mongoStatusStore(connection),
    migrations: mongoMigrations(connection, leases),
    async ensureIndexes() {
      await Promise.all(Object.values(connection.models).map(createIndexesOf))
    },
    async ping() {
      await connection.getClient().db('admin').command({ ping: 1 })
    },
    async close() {
      await connection.close()
    },
  }
}

/** All of a collection in one command: mongoose sends one for each, one after the other. */
async function createIndexesOf({ schema, collection }: Model<unknown>): Promise<void> {
  const indexes = schema.indexes().map(([key, options]) => ({ key, ...options }))
  if (indexes.length > 0) await collection.createIndexes(indexes as mongo.IndexDescription[])
}
