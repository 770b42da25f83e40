import { Readable } from 'node:stream'
import { noteKey } from '#crypto/transparency/note-key.js'
import { listHolds } from '#server/domain/retention/list-holds.js'
import { listSchedules } from '#server/domain/retention/list-schedules.js'
import { publishHold } from '#server/domain/retention/publish-hold.js'
import { publishRetention } from '#server/domain/retention/publish-retention.js'
import { applyForEnrolment } from '#server/domain/enrolment/apply-for-enrolment.js'
import { assembleProof } from '#server/domain/evidence/assemble-proof.js'
import { authenticate } from '#server/domain/access/authenticate.js'
import { authoriseRequest } from '#server/domain/access/authorise-request.js'
import { issueNonce } from '#server/domain/access/issue-nonce.js'
import { decideEnrolment } from '#server/domain/enrolment/decide-enrolment.js'
import { discardDraft } from '#server/domain/drafts/discard-draft.js'
import { keepAssignment } from '#server/domain/assignments/keep-assignment.js'
import { listAssignments } from '#server/domain/assignments/list-assignments.js'
import { keepDraft } from '#server/domain/drafts/keep-draft.js'
import { listAuthorities } from '#server/domain/directory/list-authorities.js'
import { listNotices } from '#server/domain/notices/list-notices.js'
import { listOfficers } from '#server/domain/directory/list-officers.js'
import { listDrafts } from '#server/domain/drafts/list-drafts.js'
import { listEnrolments } from '#server/domain/enrolment/list-enrolments.js'
import { addCosignatures } from '#server/domain/log/add-cosignatures.js'
import { proveConsistency } from '#server/domain/log/prove-consistency.js'
import { proveInclusion } from '#server/domain/log/prove-inclusion.js'
import { readCheckpoint } from '#server/domain/log/read-checkpoint.js'
import { readStamps } from '#server/domain/log/read-stamps.js'
import { readTile } from '#server/domain/log/read-tile.js'
import { sequencer } from '#server/domain/log/sequencer.js'
import { openResealed } from '#server/domain/resealing/open-resealed.js'
import { openBlob } from '#server/domain/blobs/open-blob.js'
import { readAudit } from '#server/domain/operations/read-audit.js'
import { readOperations } from '#server/domain/operations/read-operations.js'
import { carryTimestampRequest } from '#server/domain/timestamps/carry-timestamp-request.js'
import type { BlobStore } from '#server/domain/ports.js'
import { readAuthority } from '#server/domain/directory/read-authority.js'
import { listTranslators } from '#server/domain/translation/list-translators.js'
import { readCredential } from '#server/domain/directory/read-credential.js'
import { readDraft, readDraftVersion } from '#server/domain/drafts/read-draft.js'
import { readEnrolment } from '#server/domain/enrolment/read-enrolment.js'
import { readVault } from '#server/domain/directory/read-vault.js'
import { stateAbsence } from '#server/domain/evidence/state-absence.js'
import { readRoster } from '#server/domain/duty/read-roster.js'
import { publishRoster } from '#server/domain/duty/publish-roster.js'
import { carrySession } from '#server/domain/sessions/carry-session.js'
import { endSession } from '#server/domain/sessions/end-session.js'
import { type KnownSessions, knownSessions } from '#server/domain/sessions/known-sessions.js'
import { listSessions } from '#server/domain/sessions/list-sessions.js'
import { giveNotice } from '#server/domain/notices/give-notice.js'
import { storeVault } from '#server/domain/directory/store-vault.js'
import { openHandoffPart } from '#server/domain/translation/open-handoff-part.js'
import type { UseCases } from '#server/http/use-cases.js'
import { apiDescription } from '#server/api-description.js'
import { verifierPage } from '#server/verifier-page.js'
import type { FakeRelay } from './fake-relay.js'
import {
  memoryCosignatureStore,
  memoryLogStore,
  memoryStampQueue,
  memoryTimestampStore,
} from './memory/memory-log.js'
import { memoryOperations } from './memory/memory-operations.js'
import { octetsOf } from './octets.js'
import { world } from './world/world.js'

/** As configured unless told otherwise, but for few at once. */
export const SESSION_TERMS = { lifetimeMs: 12 * 3_600_000, idleMs: 15 * 60_000, most: 4 }

/** Everything that can be asked of a relay, over fake ports and a log in memory. */
export async function fakeUseCases(relay: FakeRelay, blobs = withOctets(relay.blobs)) {
  const { evidence, receipts, directory, acceptances, handoffs } = relay.state
  const log = memoryLogStore(() => [
    ...[...directory, ...acceptances, ...evidence, ...receipts, ...handoffs],
  ])
  const timestamps = memoryTimestampStore()
  const stamps = memoryStampQueue()
  const logKey = await noteKey('relay.example/log', 'note', (await world()).relay.logKey)
  const round = sequencer({ log, key: logKey, clock: relay.clock })
  const ports = {
    ...relay,
    log,
    timestamps,
    stamps,
    cosignatures: memoryCosignatureStore(),
    blobs,
    proofLifetimeSeconds: 60,
    tokenLifetimeSeconds: 300,
    sessionTerms: SESSION_TERMS,
    giveNotice: giveNotice(relay),
    draftQuotaBytes: 1024 * 1024,
    timestampResponders: () => Promise.resolve([]),
  }
  const known = knownSessions(relay)
  // This process hears of what it has ended itself, as it does over Redis.
  const sessionAnnouncer = {
    sessionEnded: (id: string) => onSessionEnded.forEach((tell) => tell(id)),
  }
  const onSessionEnded = [known.end]
  const withSessions = { ...ports, sessionAnnouncer }
  const useCases: UseCases & { readonly knownSessions: KnownSessions } = {
    knownSessions: known,
    authenticate: authenticate({ ...ports, carrySession: carrySession(withSessions) }),
    authoriseRequest: authoriseRequest({ ...ports, knownSessions: known }),
    issueNonce: issueNonce(ports),
    listSessions: listSessions(ports),
    endSession: endSession(withSessions),
    listAuthorities: listAuthorities(ports),
    readAuthority: readAuthority(ports),
    readCredential: readCredential(ports),
    publishEntry: relay.publishEntry,
    publishCredential: relay.publishCredential,
    publishRevocation: relay.publishRevocation,
    publishSuspension: relay.publishSuspension,
    listOfficers: listOfficers(ports),
    listTranslators: listTranslators(ports),
    listNotices: listNotices(ports),
    listSchedules: listSchedules(ports),
    publishRetention: publishRetention(ports),
    publishHold: publishHold(ports),
    listHolds: listHolds(ports),
    readOperations: readOperations({ ...ports, ...memoryOperations(log) }),
    readAudit: readAudit(ports),
    applyForEnrolment: applyForEnrolment(ports),
    readEnrolment: readEnrolment(ports),
    listEnrolments: listEnrolments(ports),
    decideEnrolment: decideEnrolment(ports),
    readRoster: readRoster(ports),
    publishRoster: publishRoster(ports),
    actOnAlert: relay.actOnAlert,
    listDutyActs: relay.listDutyActs,
    readVault: readVault(ports),
    storeVault: storeVault(ports),
    listDrafts: listDrafts(ports),
    readDraft: readDraft(ports),
    readDraftVersion: readDraftVersion(ports),
    keepDraft: keepDraft(ports),
    discardDraft: discardDraft(ports),
    keepAssignment: keepAssignment(ports),
    listAssignments: listAssignments(ports),
    submitPackage: relay.submit,
    listPackages: relay.list,
    readPackage: relay.read,
    openBlob: openBlob(ports),
    noteBlobServed: relay.noteServed,
    resealPackage: relay.reseal,
    readResealing: relay.readResealing,
    openResealed: openResealed(ports),
    listSealed: relay.listSealed,
    acknowledgePackage: relay.acknowledge,
    assembleProof: assembleProof(ports),
    stateAbsence: stateAbsence(ports),
    readFeed: relay.feed,
    askClock: relay.askClock,
    listClocks: relay.listClocks,
    assignHandoff: relay.assignHandoff,
    actOnHandoff: relay.actOnHandoff,
    readHandoff: relay.readHandoff,
    listHandoffs: relay.listHandoffs,
    readHandoffEnvelope: relay.readHandoffEnvelope,
    openHandoffPart: openHandoffPart(ports),
    proveInclusion: proveInclusion(ports),
    proveConsistency: proveConsistency(ports),
    addCosignatures: addCosignatures(ports),
    carryTimestampRequest: carryTimestampRequest(ports),
    readCheckpoint: readCheckpoint(ports),
    readStamps: readStamps(ports),
    readTile: readTile(ports),
    readVerifier: verifierPage(),
    readApi: apiDescription(),
  }
  return {
    useCases,
    onSessionEnded,
    log,
    timestamps,
    stamps,
    /** One round of the sequencer: everything kept gets its place in the log. */
    sequence: () => round(1),
  }
}

/** The fake store knows lengths only; octets of that length are made up. */
function withOctets(blobs: BlobStore): BlobStore {
  let length = 0
  return {
    async find(key) {
      const found = await blobs.find(key)
      length = found?.length ?? 0
      return found
    },
    read: (_key, range) => {
      const octets = octetsOf(length)
      return Readable.from([range ? octets.subarray(range.start, range.end + 1) : octets], {
        objectMode: false,
      })
    },
  }
}
