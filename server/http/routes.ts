import type { EndpointName } from '../contract/endpoints.js'
import type { Logger } from '../observability/logger.js'
import type { Afterwards } from './afterwards.js'
import type { ReadyChecks } from './judge-readiness.js'
import { acknowledgePackageRoute } from './routes/acknowledge-package.js'
import { applyForEnrolmentRoute } from './routes/apply-for-enrolment.js'
import { actOnAlertRoute } from './routes/act-on-alert.js'
import { actOnHandoffRoute } from './routes/act-on-handoff.js'
import { assignHandoffRoute } from './routes/assign-handoff.js'
import { downloadHandoffPartRoute } from './routes/download-handoff-part.js'
import { listHandoffsRoute } from './routes/list-handoffs.js'
import { readHandoffEnvelopeRoute } from './routes/read-handoff-envelope.js'
import { readHandoffRoute } from './routes/read-handoff.js'
import { addCosignaturesRoute } from './routes/add-cosignatures.js'
import { askClockRoute } from './routes/ask-clock.js'
import { carryTimestampRequestRoute } from './routes/carry-timestamp-request.js'
import { decideEnrolmentRoute } from './routes/decide-enrolment.js'
import { discardDraftRoute } from './routes/discard-draft.js'
import { endSessionRoute } from './routes/end-session.js'
import { listSessionsRoute } from './routes/list-sessions.js'
import { downloadEnvelopeRoute } from './routes/download-envelope.js'
import { downloadPartRoute } from './routes/download-part.js'
import { issueNonceRoute } from './routes/issue-nonce.js'
import { issueTokenRoute } from './routes/issue-token.js'
import { keepAssignmentRoute } from './routes/keep-assignment.js'
import { keepDraftRoute } from './routes/keep-draft.js'
import { listAuthoritiesRoute } from './routes/list-authorities.js'
import { listAssignmentsRoute } from './routes/list-assignments.js'
import { listDraftsRoute } from './routes/list-drafts.js'
import { listNoticesRoute } from './routes/list-notices.js'
import { readOperationsRoute } from './routes/read-operations.js'
import { readAuditRoute } from './routes/read-audit.js'
import { readRosterRoute } from './routes/read-roster.js'
import { publishRosterRoute } from './routes/publish-roster.js'
import { listDutyActsRoute } from './routes/list-duty-acts.js'
import { listHoldsRoute } from './routes/list-holds.js'
import { listSchedulesRoute } from './routes/list-schedules.js'
import { listOfficersRoute } from './routes/list-officers.js'
import { listTranslatorsRoute } from './routes/list-translators.js'
import { listClocksRoute } from './routes/list-clocks.js'
import { listEnrolmentsRoute } from './routes/list-enrolments.js'
import { listPackagesRoute } from './routes/list-packages.js'
import { liveRoute } from './routes/live.js'
import { publishCredentialRoute } from './routes/publish-credential.js'
import { publishEntryRoute } from './routes/publish-entry.js'
import { publishRevocationRoute } from './routes/publish-revocation.js'
import { publishHoldRoute } from './routes/publish-hold.js'
import { publishRetentionRoute } from './routes/publish-retention.js'
import { publishSuspensionRoute } from './routes/publish-suspension.js'
import { readAbsenceRoute } from './routes/read-absence.js'
import { readAuthorityRoute } from './routes/read-authority.js'
import { readCheckpointRoute } from './routes/read-checkpoint.js'
import { readConsistencyRoute } from './routes/read-consistency.js'
import { readCredentialRoute } from './routes/read-credential.js'
import { readDraftRoute } from './routes/read-draft.js'
import { readDraftVersionRoute } from './routes/read-draft-version.js'
import { readEnrolmentRoute } from './routes/read-enrolment.js'
import { readFeedRoute } from './routes/read-feed.js'
import { readInclusionRoute } from './routes/read-inclusion.js'
import { readPackageRoute } from './routes/read-package.js'
import { readProofRoute } from './routes/read-proof.js'
import { readStampsRoute } from './routes/read-stamps.js'
import { readTileRoute } from './routes/read-tile.js'
import { downloadResealedRoute } from './routes/download-resealed.js'
import { listSealedRoute } from './routes/list-sealed.js'
import { readResealingRoute } from './routes/read-resealing.js'
import { resealPackageRoute } from './routes/reseal-package.js'
import { readVaultRoute } from './routes/read-vault.js'
import { readApiDescriptionRoute } from './routes/read-api-description.js'
import { readApiPageRoute } from './routes/read-api-page.js'
import { readVerifierRoute } from './routes/read-verifier.js'
import { readyRoute } from './routes/ready.js'
import { storeVaultRoute } from './routes/store-vault.js'
import { submitPackageRoute } from './routes/submit-package.js'
import type { Route } from './serve.js'
import type { UseCases } from './use-cases.js'

type Parts = {
  readonly useCases: UseCases
  readonly ready: ReadyChecks
  readonly afterwards: Afterwards
  readonly log: Logger
}

/**
 * Every endpoint of the contract, served. The `satisfies` is what keeps contract and server together.
 *
 * The order is the order in which paths are tried: the busiest first.
 */
export function routes({ useCases: does, ready, afterwards, log }: Parts) {
  const { openBlob, noteBlobServed } = does
  const blobs = { openBlob, noteBlobServed, afterwards, log }
  return {
    submitPackage: submitPackageRoute(does.submitPackage),
    readFeed: readFeedRoute(does.readFeed),
    acknowledgePackage: acknowledgePackageRoute(does.acknowledgePackage),
    downloadEnvelope: downloadEnvelopeRoute(blobs),
    downloadPart: downloadPartRoute(blobs),
    readPackage: readPackageRoute(does.readPackage),
    listPackages: listPackagesRoute(does.listPackages),
    resealPackage: resealPackageRoute(does.resealPackage),
    readResealing: readResealingRoute(does.readResealing),
    downloadResealedEnvelope: downloadResealedRoute('downloadResealedEnvelope', does.openResealed),
    downloadResealedPart: downloadResealedRoute('downloadResealedPart', does.openResealed),
    listSealed: listSealedRoute(does.listSealed),
    readProof: readProofRoute(does.assembleProof),
    readAbsence: readAbsenceRoute(does.stateAbsence),
    askClock: askClockRoute(does.askClock),
    listClocks: listClocksRoute(does.listClocks),
    issueToken: issueTokenRoute(does.authenticate),
    issueNonce: issueNonceRoute(does.issueNonce),
    listSessions: listSessionsRoute(does.listSessions),
    endSession: endSessionRoute(does.endSession),
    readTile: readTileRoute(does.readTile),
    readCheckpoint: readCheckpointRoute(does.readCheckpoint),
    readInclusion: readInclusionRoute(does.proveInclusion),
    readConsistency: readConsistencyRoute(does.proveConsistency),
    readStamps: readStampsRoute(does.readStamps),
    carryTimestampRequest: carryTimestampRequestRoute(does.carryTimestampRequest),
    addCosignatures: addCosignaturesRoute(does.addCosignatures),
    listAuthorities: listAuthoritiesRoute(does.listAuthorities),
    readAuthority: readAuthorityRoute(does.readAuthority),
    readCredential: readCredentialRoute(does.readCredential),
    listOfficers: listOfficersRoute(does.listOfficers),
    listTranslators: listTranslatorsRoute(does.listTranslators),
    listNotices: listNoticesRoute(does.listNotices),
    readRoster: readRosterRoute(does.readRoster),
    publishRoster: publishRosterRoute(does.publishRoster),
    actOnAlert: actOnAlertRoute(does.actOnAlert),
    listDutyActs: listDutyActsRoute(does.listDutyActs),
    readVault: readVaultRoute(does.readVault),
    storeVault: storeVaultRoute(does.storeVault),
    listDrafts: listDraftsRoute(does.listDrafts),
    readDraft: readDraftRoute(does.readDraft),
    readDraftVersion: readDraftVersionRoute(does.readDraftVersion),
    keepDraft: keepDraftRoute(does.keepDraft),
    discardDraft: discardDraftRoute(does.discardDraft),
    keepAssignment: keepAssignmentRoute(does.keepAssignment),
    listAssignments: listAssignmentsRoute(does.listAssignments),
    assignHandoff: assignHandoffRoute(does.assignHandoff),
    actOnHandoff: actOnHandoffRoute(does.actOnHandoff),
    listHandoffs: listHandoffsRoute(does.listHandoffs),
    readHandoff: readHandoffRoute(does.readHandoff),
    readHandoffEnvelope: readHandoffEnvelopeRoute(does.readHandoffEnvelope),
    downloadHandoffPart: downloadHandoffPartRoute(does.openHandoffPart),
    publishEntry: publishEntryRoute(does.publishEntry),
    publishCredential: publishCredentialRoute(does.publishCredential),
    publishRevocation: publishRevocationRoute(does.publishRevocation),
    publishSuspension: publishSuspensionRoute(does.publishSuspension),
    listSchedules: listSchedulesRoute(does.listSchedules),
    publishRetention: publishRetentionRoute(does.publishRetention),
    publishHold: publishHoldRoute(does.publishHold),
    listHolds: listHoldsRoute(does.listHolds),
    readOperations: readOperationsRoute(does.readOperations),
    readAudit: readAuditRoute(does.readAudit),
    applyForEnrolment: applyForEnrolmentRoute(does.applyForEnrolment),
    readEnrolment: readEnrolmentRoute(does.readEnrolment),
    listEnrolments: listEnrolmentsRoute(does.listEnrolments),
    decideEnrolment: decideEnrolmentRoute(does.decideEnrolment),
    readVerifier: readVerifierRoute(does.readVerifier),
    readApiDescription: readApiDescriptionRoute(does.readApi),
    readApiPage: readApiPageRoute(does.readApi),
    live: liveRoute(),
    ready: readyRoute(ready),
  } satisfies Record<EndpointName, Route>
}
