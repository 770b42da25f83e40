import type { AcknowledgePackage } from '../domain/packages/acknowledge-package.js'
import type { ApplyForEnrolment } from '../domain/enrolment/apply-for-enrolment.js'
import type { AssembleProof } from '../domain/evidence/assemble-proof.js'
import type { Authenticate } from '../domain/access/authenticate.js'
import type { AuthoriseRequest } from '../domain/access/authorise-request.js'
import type { IssueNonce } from '../domain/access/issue-nonce.js'
import type { AskClock } from '../domain/clocks/ask-clock.js'
import type { ListClocks } from '../domain/clocks/list-clocks.js'
import type { ActOnAlert } from '../domain/duty/act-on-alert.js'
import type { ListDutyActs } from '../domain/duty/list-duty-acts.js'
import type { DecideEnrolment } from '../domain/enrolment/decide-enrolment.js'
import type { DiscardDraft } from '../domain/drafts/discard-draft.js'
import type { KeepAssignment } from '../domain/assignments/keep-assignment.js'
import type { ListAssignments } from '../domain/assignments/list-assignments.js'
import type { KeepDraft } from '../domain/drafts/keep-draft.js'
import type { ListAuthorities } from '../domain/directory/list-authorities.js'
import type { ListDrafts } from '../domain/drafts/list-drafts.js'
import type { ListNotices } from '../domain/notices/list-notices.js'
import type { ListTranslators } from '../domain/translation/list-translators.js'
import type { ListOfficers } from '../domain/directory/list-officers.js'
import type { ListEnrolments } from '../domain/enrolment/list-enrolments.js'
import type { ListPackages } from '../domain/packages/list-packages.js'
import type { AddCosignatures } from '../domain/log/add-cosignatures.js'
import type { ProveConsistency } from '../domain/log/prove-consistency.js'
import type { ProveInclusion } from '../domain/log/prove-inclusion.js'
import type { readCheckpoint } from '../domain/log/read-checkpoint.js'
import type { ReadStamps } from '../domain/log/read-stamps.js'
import type { readTile } from '../domain/log/read-tile.js'
import type { NoteBlobServed } from '../domain/blobs/note-blob-served.js'
import type { ListSealed } from '../domain/resealing/list-sealed.js'
import type { OpenResealed } from '../domain/resealing/open-resealed.js'
import type { ReadResealing } from '../domain/resealing/read-resealing.js'
import type { ResealPackage } from '../domain/resealing/reseal-package.js'
import type { OpenBlob } from '../domain/blobs/open-blob.js'
import type { PublishCredential } from '../domain/directory/publish-credential.js'
import type { PublishEntry } from '../domain/directory/publish-entry.js'
import type { PublishRevocation } from '../domain/directory/publish-revocation.js'
import type { PublishSuspension } from '../domain/directory/publish-suspension.js'
import type { ReadAuthority } from '../domain/directory/read-authority.js'
import type { ReadCredential } from '../domain/directory/read-credential.js'
import type { ReadDraft, ReadDraftVersion } from '../domain/drafts/read-draft.js'
import type { ReadEnrolment } from '../domain/enrolment/read-enrolment.js'
import type { ReadFeed } from '../domain/evidence/read-feed.js'
import type { ReadPackage } from '../domain/packages/read-package.js'
import type { ReadVault } from '../domain/directory/read-vault.js'
import type { CarryTimestampRequest } from '../domain/timestamps/carry-timestamp-request.js'
import type { StateAbsence } from '../domain/evidence/state-absence.js'
import type { ReadAudit } from '../domain/operations/read-audit.js'
import type { ReadOperations } from '../domain/operations/read-operations.js'
import type { ReadRoster } from '../domain/duty/read-roster.js'
import type { PublishRoster } from '../domain/duty/publish-roster.js'
import type { EndSession } from '../domain/sessions/end-session.js'
import type { ListSessions } from '../domain/sessions/list-sessions.js'
import type { StoreVault } from '../domain/directory/store-vault.js'
import type { SubmitPackage } from '../domain/packages/submit-package.js'
import type { ActOnHandoff } from '../domain/translation/act-on-handoff.js'
import type { ListHolds } from '../domain/retention/list-holds.js'
import type { ListSchedules } from '../domain/retention/list-schedules.js'
import type { PublishHold } from '../domain/retention/publish-hold.js'
import type { PublishRetention } from '../domain/retention/publish-retention.js'
import type { AssignHandoff } from '../domain/translation/assign-handoff.js'
import type { OpenHandoffPart } from '../domain/translation/open-handoff-part.js'
import type {
  ListHandoffs,
  ReadHandoff,
  ReadHandoffEnvelope,
} from '../domain/translation/read-handoff.js'
import type { ReadApi } from './routes/read-api-page.js'
import type { ReadVerifier } from './routes/read-verifier.js'

/** Everything that can be asked of a relay over HTTP. */
export type UseCases = {
  readonly authenticate: Authenticate
  readonly authoriseRequest: AuthoriseRequest
  readonly issueNonce: IssueNonce
  readonly listSessions: ListSessions
  readonly endSession: EndSession
  readonly listAuthorities: ListAuthorities
  readonly readAuthority: ReadAuthority
  readonly readCredential: ReadCredential
  readonly listOfficers: ListOfficers
  readonly listTranslators: ListTranslators
  readonly publishEntry: PublishEntry
  readonly publishCredential: PublishCredential
  readonly publishRevocation: PublishRevocation
  readonly publishSuspension: PublishSuspension
  readonly listSchedules: ListSchedules
  readonly publishRetention: PublishRetention
  readonly publishHold: PublishHold
  readonly listHolds: ListHolds
  readonly readOperations: ReadOperations
  readonly readAudit: ReadAudit
  readonly applyForEnrolment: ApplyForEnrolment
  readonly readEnrolment: ReadEnrolment
  readonly listEnrolments: ListEnrolments
  readonly decideEnrolment: DecideEnrolment
  readonly readRoster: ReadRoster
  readonly publishRoster: PublishRoster
  readonly actOnAlert: ActOnAlert
  readonly listDutyActs: ListDutyActs
  readonly readVault: ReadVault
  readonly storeVault: StoreVault
  readonly listDrafts: ListDrafts
  readonly readDraft: ReadDraft
  readonly readDraftVersion: ReadDraftVersion
  readonly keepDraft: KeepDraft
  readonly discardDraft: DiscardDraft
  readonly keepAssignment: KeepAssignment
  readonly listAssignments: ListAssignments
  readonly submitPackage: SubmitPackage
  readonly listPackages: ListPackages
  readonly readPackage: ReadPackage
  readonly openBlob: OpenBlob
  readonly noteBlobServed: NoteBlobServed
  readonly resealPackage: ResealPackage
  readonly readResealing: ReadResealing
  readonly openResealed: OpenResealed
  readonly listSealed: ListSealed
  readonly acknowledgePackage: AcknowledgePackage
  readonly assembleProof: AssembleProof
  readonly stateAbsence: StateAbsence
  readonly readFeed: ReadFeed
  readonly listNotices: ListNotices
  readonly askClock: AskClock
  readonly listClocks: ListClocks
  readonly assignHandoff: AssignHandoff
  readonly actOnHandoff: ActOnHandoff
  readonly readHandoff: ReadHandoff
  readonly listHandoffs: ListHandoffs
  readonly readHandoffEnvelope: ReadHandoffEnvelope
  readonly openHandoffPart: OpenHandoffPart
  readonly proveInclusion: ProveInclusion
  readonly proveConsistency: ProveConsistency
  readonly addCosignatures: AddCosignatures
  readonly readCheckpoint: ReturnType<typeof readCheckpoint>
  readonly readStamps: ReadStamps
  readonly carryTimestampRequest: CarryTimestampRequest
  readonly readTile: ReturnType<typeof readTile>
  readonly readVerifier: ReadVerifier
  readonly readApi: ReadApi
}
