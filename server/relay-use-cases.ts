import type { Container } from './container.js'
import { acknowledgePackage } from './domain/packages/acknowledge-package.js'
import { applyForEnrolment } from './domain/enrolment/apply-for-enrolment.js'
import { assembleProof } from './domain/evidence/assemble-proof.js'
import { authenticate } from './domain/access/authenticate.js'
import { authoriseRequest } from './domain/access/authorise-request.js'
import { issueNonce } from './domain/access/issue-nonce.js'
import { askClock } from './domain/clocks/ask-clock.js'
import { listClocks } from './domain/clocks/list-clocks.js'
import { confirmNotice } from './domain/packages/confirm-notice.js'
import { discardDraft } from './domain/drafts/discard-draft.js'
import { actOnAlert } from './domain/duty/act-on-alert.js'
import { listDutyActs } from './domain/duty/list-duty-acts.js'
import { giveNotice } from './domain/notices/give-notice.js'
import { judgeStanding, type JudgeStanding } from './domain/access/judge-standing.js'
import { keepAssignment } from './domain/assignments/keep-assignment.js'
import { listAssignments } from './domain/assignments/list-assignments.js'
import { keepDraft } from './domain/drafts/keep-draft.js'
import { listAuthorities } from './domain/directory/list-authorities.js'
import { listNotices } from './domain/notices/list-notices.js'
import { listOfficers } from './domain/directory/list-officers.js'
import { decideEnrolment } from './domain/enrolment/decide-enrolment.js'
import { listDrafts } from './domain/drafts/list-drafts.js'
import { listEnrolments } from './domain/enrolment/list-enrolments.js'
import { listPackages } from './domain/packages/list-packages.js'
import { addCosignatures } from './domain/log/add-cosignatures.js'
import { proveConsistency } from './domain/log/prove-consistency.js'
import { proveInclusion } from './domain/log/prove-inclusion.js'
import { readCheckpoint } from './domain/log/read-checkpoint.js'
import { readStamps } from './domain/log/read-stamps.js'
import { readTile } from './domain/log/read-tile.js'
import { noteBlobServed } from './domain/blobs/note-blob-served.js'
import { openBlob } from './domain/blobs/open-blob.js'
import { publishCredential } from './domain/directory/publish-credential.js'
import { publishEntry } from './domain/directory/publish-entry.js'
import { publishRevocation } from './domain/directory/publish-revocation.js'
import { publishSuspension } from './domain/directory/publish-suspension.js'
import { listSealed } from './domain/resealing/list-sealed.js'
import { openResealed } from './domain/resealing/open-resealed.js'
import { readResealing } from './domain/resealing/read-resealing.js'
import { resealPackage } from './domain/resealing/reseal-package.js'
import { readAuthority } from './domain/directory/read-authority.js'
import { listTranslators } from './domain/translation/list-translators.js'
import { readCredential } from './domain/directory/read-credential.js'
import { readDraft, readDraftVersion } from './domain/drafts/read-draft.js'
import { readEnrolment } from './domain/enrolment/read-enrolment.js'
import { readFeed } from './domain/evidence/read-feed.js'
import { readPackage } from './domain/packages/read-package.js'
import { readVault } from './domain/directory/read-vault.js'
import { stateAbsence } from './domain/evidence/state-absence.js'
import { readAudit } from './domain/operations/read-audit.js'
import { readOperations } from './domain/operations/read-operations.js'
import { readRoster } from './domain/duty/read-roster.js'
import { publishRoster } from './domain/duty/publish-roster.js'
import { carrySession } from './domain/sessions/carry-session.js'
import { endSession } from './domain/sessions/end-session.js'
import { knownSessions, type KnownSessions } from './domain/sessions/known-sessions.js'
import { listSessions } from './domain/sessions/list-sessions.js'
import { carryTimestampRequest } from './domain/timestamps/carry-timestamp-request.js'
import { storeVault } from './domain/directory/store-vault.js'
import { submitPackage } from './domain/packages/submit-package.js'
import { listHolds } from './domain/retention/list-holds.js'
import { listSchedules } from './domain/retention/list-schedules.js'
import { publishHold } from './domain/retention/publish-hold.js'
import { publishRetention } from './domain/retention/publish-retention.js'
import { actOnHandoff } from './domain/translation/act-on-handoff.js'
import { assignHandoff } from './domain/translation/assign-handoff.js'
import { openHandoffPart } from './domain/translation/open-handoff-part.js'
import {
  listHandoffs,
  readHandoff,
  readHandoffEnvelope,
} from './domain/translation/read-handoff.js'
import { recordHandoff } from './domain/translation/record-handoff.js'
import type { UseCases } from './http/use-cases.js'
import { apiDescription } from './api-description.js'
import { verifierPage } from './verifier-page.js'
import type { ConfirmNotice } from './domain/packages/confirm-notice.js'

type ForSockets = {
  readonly confirmNotice: ConfirmNotice
  readonly judgeStanding: JudgeStanding
  readonly knownSessions: KnownSessions
}

/** The use-cases of a relay process, each given the ports it asks for. */
export function relayUseCases(container: Container): UseCases & ForSockets {
  const { config, storage } = container
  const ports = {
    ...container,
    ...storage,
    proofLifetimeSeconds: config.login.proofLifetimeSeconds,
    tokenLifetimeSeconds: config.login.tokenLifetimeSeconds,
    nonDelivery: config.nonDelivery,
    draftQuotaBytes: config.limits.draftQuotaBytes,
    acknowledgement: config.acknowledgement,
    pauseMs: config.duty.pauseMs,
    sessionTerms: config.login.session,
    sessionAnnouncer: container.announcer,
    giveNotice: giveNotice({ ...container, ...storage }),
  }
  const known = knownSessions(storage)
  const withHandoffs = { ...ports, recordHandoff: recordHandoff(ports) }
  return {
    acknowledgePackage: acknowledgePackage(ports),
    askClock: askClock(ports),
    listClocks: listClocks(ports),
    addCosignatures: addCosignatures(ports),
    assembleProof: assembleProof(ports),
    authenticate: authenticate({ ...ports, carrySession: carrySession(ports) }),
    authoriseRequest: authoriseRequest({ ...ports, knownSessions: known }),
    knownSessions: known,
    issueNonce: issueNonce(ports),
    listSessions: listSessions(ports),
    endSession: endSession(ports),
    confirmNotice: confirmNotice(ports),
    judgeStanding: judgeStanding(ports),
    listAuthorities: listAuthorities(ports),
    listOfficers: listOfficers(ports),
    listTranslators: listTranslators(ports),
    listNotices: listNotices(ports),
    listPackages: listPackages(ports),
    noteBlobServed: noteBlobServed(ports),
    openBlob: openBlob(ports),
    resealPackage: resealPackage(ports),
    readResealing: readResealing(ports),
    openResealed: openResealed(ports),
    listSealed: listSealed(ports),
    assignHandoff: assignHandoff(withHandoffs),
    actOnHandoff: actOnHandoff(withHandoffs),
    readHandoff: readHandoff(ports),
    listHandoffs: listHandoffs(ports),
    readHandoffEnvelope: readHandoffEnvelope(ports),
    openHandoffPart: openHandoffPart(ports),
    proveConsistency: proveConsistency(ports),
    proveInclusion: proveInclusion(ports),
    publishCredential: publishCredential(ports),
    publishEntry: publishEntry(ports),
    publishRevocation: publishRevocation(ports),
    publishSuspension: publishSuspension(ports),
    readAuthority: readAuthority(ports),
    readCheckpoint: readCheckpoint(ports),
    readCredential: readCredential(ports),
    readFeed: readFeed(ports),
    readPackage: readPackage(ports),
    readStamps: readStamps(ports),
    carryTimestampRequest: carryTimestampRequest(ports),
    readTile: readTile(ports),
    listSchedules: listSchedules(ports),
    publishRetention: publishRetention(ports),
    publishHold: publishHold(ports),
    listHolds: listHolds(ports),
    readOperations: readOperations(ports),
    readAudit: readAudit(ports),
    applyForEnrolment: applyForEnrolment(ports),
    readEnrolment: readEnrolment(ports),
    listEnrolments: listEnrolments(ports),
    decideEnrolment: decideEnrolment(ports),
    listDrafts: listDrafts(ports),
    readDraft: readDraft(ports),
    readDraftVersion: readDraftVersion(ports),
    keepDraft: keepDraft(ports),
    discardDraft: discardDraft(ports),
    keepAssignment: keepAssignment(ports),
    listAssignments: listAssignments(ports),
    readRoster: readRoster(ports),
    publishRoster: publishRoster(ports),
    actOnAlert: actOnAlert(ports),
    listDutyActs: listDutyActs(ports),
    readVault: readVault(ports),
    readVerifier: verifierPage(),
    readApi: apiDescription(),
    stateAbsence: stateAbsence(ports),
    storeVault: storeVault(ports),
    submitPackage: submitPackage(ports),
  }
}
