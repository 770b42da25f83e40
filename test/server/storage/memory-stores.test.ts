import { memoryAssignmentStore } from '#test/support/memory/memory-assignment-store.js'
import { memoryDraftStore } from '#test/support/memory/memory-draft-store.js'
import { memoryClockStore } from '#test/support/memory/memory-clock-store.js'
import {
  memoryDirectoryStore,
  memoryEvidenceStore,
  memoryReceiptStore,
  memoryStatements,
} from '#test/support/memory/memory-statements.js'
import { memoryDutyActStore } from '#test/support/memory/memory-duty-act-store.js'
import { memoryEndingStore, memoryNoticeStore } from '#test/support/memory/memory-notices.js'
import { memoryHandoffStore } from '#test/support/memory/memory-handoff-store.js'
import { memorySessionStore } from '#test/support/memory/memory-session-store.js'
import { memoryResealingStore } from '#test/support/memory/memory-resealing-store.js'
import { memoryRosterStore } from '#test/support/memory/memory-roster-store.js'
import {
  memoryEnrolmentStore,
  memoryHandoverStore,
  memoryPackageStore,
  memoryStatusStore,
  memoryDeletionStore,
  memoryDepartureStore,
  memoryKeyClaims,
  memoryVaultStore,
} from '#test/support/memory/memory-stores.js'
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

/** The fakes on which the domain is tested keep the same promises as MongoDB. */
describe('stores in memory', () => {
  const fresh = () => {
    const statements = memoryStatements()
    return {
      statements,
      packages: memoryPackageStore(),
      evidence: memoryEvidenceStore(statements),
      receipts: memoryReceiptStore(statements),
      resealings: memoryResealingStore(),
      directory: memoryDirectoryStore(statements),
      departures: memoryDepartureStore(),
      keyClaims: memoryKeyClaims(),
      deletions: memoryDeletionStore(),
      vaults: memoryVaultStore(),
      enrolments: memoryEnrolmentStore(),
      drafts: memoryDraftStore(),
      assignments: memoryAssignmentStore(),
      handovers: memoryHandoverStore(),
      notices: memoryNoticeStore(),
      sessions: memorySessionStore(),
      endings: memoryEndingStore(),
      statuses: memoryStatusStore(),
      clocks: memoryClockStore(),
      rosters: memoryRosterStore(),
      dutyActs: memoryDutyActStore(),
      handoffs: memoryHandoffStore(),
    }
  }
  let stores = fresh()
  beforeEach(() => {
    stores = fresh()
  })

  describe('packages', () => packageStoreContract(() => stores.packages))
  describe('evidence', () =>
    evidenceStoreContract(
      () => stores.evidence,
      (digest, index) => {
        const { evidence } = stores.statements
        const place = evidence.findIndex((one) => one.digest === digest)
        const found = evidence[place]
        if (found !== undefined) evidence[place] = { ...found, index }
        return Promise.resolve()
      },
    ))
  describe('receipts', () => receiptStoreContract(() => stores.receipts))
  describe('resealings', () => resealingStoreContract(() => stores.resealings))
  describe('directory', () => directoryStoreContract(() => stores.directory))
  describe('audit', () => directoryAuditContract(() => stores.directory))
  describe('deletions', () => deletionStoreContract(() => stores.deletions))
  describe('departures', () => departureStoreContract(() => stores.departures))
  describe('claims of keys', () => keyClaimsContract(() => stores.keyClaims))
  describe('vaults', () => vaultStoreContract(() => stores.vaults))
  describe('enrolments', () => enrolmentStoreContract(() => stores.enrolments))
  describe('drafts', () => draftStoreContract(() => stores.drafts))
  describe('assignments', () => assignmentStoreContract(() => stores.assignments))
  describe('statuses', () => statusStoreContract(() => stores.statuses))
  describe('clocks', () => clockStoreContract(() => stores.clocks))
  describe('handovers', () => handoverStoreContract(() => stores.handovers))
  describe('notices', () => noticeStoreContract(() => stores.notices))
  describe('sessions', () => sessionStoreContract(() => stores.sessions))
  describe('endings', () => endingStoreContract(() => stores.endings))
  describe('handoffs', () => handoffStoreContract(() => stores.handoffs))
  describe('rosters', () => rosterStoreContract(() => stores.rosters))
  describe('acts about alerts', () => dutyActStoreContract(() => stores.dutyActs))
})
