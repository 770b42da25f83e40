import type { Container } from './container.js'
import { acknowledgePackage } from './domain/acknowledge-package.js'
import { applyForEnrolment } from './domain/apply-for-enrolment.js'
import { assembleProof } from './domain/assemble-proof.js'
import { authenticate } from './domain/authenticate.js'
import { authoriseRequest } from './domain/authorise-request.js'
import { askClock } from './domain/clocks/ask-clock.js'
import { listClocks } from './domain/clocks/list-clocks.js'
import { confirmNotice } from './domain/confirm-notice.js'
import { discardDraft } from './domain/discard-draft.js'
import { actOnAlert } from './domain/duty/act-on-alert.js'
import { listDutyActs } from './domain/duty/list-duty-acts.js'
import { giveNotice } from './domain/give-notice.js'
import { judgeStanding, type JudgeStanding } from './domain/judge-standing.js'
import { keepDraft } from './domain/keep-draft.js'
import { listAuthorities } from './domain/list-authorities.js'
import { listNotices } from './domain/list-notices.js'
import { listOfficers } from './domain/list-officers.js'
import { decideEnrolment } from './domain/decide-enrolment.js'
import { listDrafts } from './domain/list-drafts.js'
import { listEnrolments } from './domain/list-enrolments.js'
import { listPackages } from './domain/list-packages.js'
import { addCosignatures } from './domain/log/add-cosignatures.js'
import { proveConsistency } from './domain/log/prove-consistency.js'
import { proveInclusion } from './domain/log/prove-inclusion.js'
import { readCheckpoint } from './domain/log/read-checkpoint.js'
import { readStamps } from './domain/log/read-stamps.js'
import { readTile } from './domain/log/read-tile.js'
import { noteBlobServed } from './domain/note-blob-served.js'
import { openBlob } from './domain/open-blob.js'
import { publishCredential } from './domain/publish-credential.js'
import { publishEntry } from './domain/publish-entry.js'
import { publishRevocation } from './domain/publish-revocation.js'
import { publishSuspension } from './domain/publish-suspension.js'
import { readAuthority } from './domain/read-authority.js'
import { listTranslators } from './domain/translation/list-translators.js'
import { readCredential } from './domain/read-credential.js'
import { readDraft, readDraftVersion } from './domain/read-draft.js'
import { readEnrolment } from './domain/read-enrolment.js'
import { readFeed } from './domain/read-feed.js'
import { readPackage } from './domain/read-package.js'
import { readVault } from './domain/read-vault.js'
import { stateAbsence } from './domain/state-absence.js'
import { readRoster } from './domain/read-roster.js'
import { publishRoster } from './domain/publish-roster.js'
import { storeVault } from './domain/store-vault.js'
import { submitPackage } from './domain/submit-package.js'
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
import type { ConfirmNotice } from './domain/confirm-notice.js'

/** The use-cases of a relay process, each given the ports it asks for. */
export function relayUseCases(
  container: Container,
): UseCases & { readonly confirmNotice: ConfirmNotice; readonly judgeStanding: JudgeStanding } {
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
    giveNotice: giveNotice({ ...container, ...storage }),
  }
  const withHandoffs = { ...ports, recordHandoff: recordHandoff(ports) }
  return {
    acknowledgePackage: acknowledgePackage(ports),
    askClock: askClock(ports),
    listClocks: listClocks(ports),
    addCosignatures: addCosignatures(ports),
    assembleProof: assembleProof(ports),
    authenticate: authenticate(ports),
    authoriseRequest: authoriseRequest(ports),
    confirmNotice: confirmNotice(ports),
    judgeStanding: judgeStanding(ports),
    listAuthorities: listAuthorities(ports),
    listOfficers: listOfficers(ports),
    listTranslators: listTranslators(ports),
    listNotices: listNotices(ports),
    listPackages: listPackages(ports),
    noteBlobServed: noteBlobServed(ports),
    openBlob: openBlob(ports),
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
    readTile: readTile(ports),
    listSchedules: listSchedules(ports),
    publishRetention: publishRetention(ports),
    publishHold: publishHold(ports),
    listHolds: listHolds(ports),
    applyForEnrolment: applyForEnrolment(ports),
    readEnrolment: readEnrolment(ports),
    listEnrolments: listEnrolments(ports),
    decideEnrolment: decideEnrolment(ports),
    listDrafts: listDrafts(ports),
    readDraft: readDraft(ports),
    readDraftVersion: readDraftVersion(ports),
    keepDraft: keepDraft(ports),
    discardDraft: discardDraft(ports),
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
