import type { AcknowledgePackage } from '../domain/acknowledge-package.js'
import type { ApplyForEnrolment } from '../domain/apply-for-enrolment.js'
import type { AssembleProof } from '../domain/assemble-proof.js'
import type { Authenticate } from '../domain/authenticate.js'
import type { AuthoriseRequest } from '../domain/authorise-request.js'
import type { AskClock } from '../domain/clocks/ask-clock.js'
import type { ListClocks } from '../domain/clocks/list-clocks.js'
import type { ActOnAlert } from '../domain/duty/act-on-alert.js'
import type { ListDutyActs } from '../domain/duty/list-duty-acts.js'
import type { DecideEnrolment } from '../domain/decide-enrolment.js'
import type { DiscardDraft } from '../domain/discard-draft.js'
import type { KeepDraft } from '../domain/keep-draft.js'
import type { ListAuthorities } from '../domain/list-authorities.js'
import type { ListDrafts } from '../domain/list-drafts.js'
import type { ListNotices } from '../domain/list-notices.js'
import type { ListTranslators } from '../domain/translation/list-translators.js'
import type { ListOfficers } from '../domain/list-officers.js'
import type { ListEnrolments } from '../domain/list-enrolments.js'
import type { ListPackages } from '../domain/list-packages.js'
import type { AddCosignatures } from '../domain/log/add-cosignatures.js'
import type { ProveConsistency } from '../domain/log/prove-consistency.js'
import type { ProveInclusion } from '../domain/log/prove-inclusion.js'
import type { readCheckpoint } from '../domain/log/read-checkpoint.js'
import type { ReadStamps } from '../domain/log/read-stamps.js'
import type { readTile } from '../domain/log/read-tile.js'
import type { NoteBlobServed } from '../domain/note-blob-served.js'
import type { OpenBlob } from '../domain/open-blob.js'
import type { PublishCredential } from '../domain/publish-credential.js'
import type { PublishEntry } from '../domain/publish-entry.js'
import type { PublishRevocation } from '../domain/publish-revocation.js'
import type { PublishSuspension } from '../domain/publish-suspension.js'
import type { ReadAuthority } from '../domain/read-authority.js'
import type { ReadCredential } from '../domain/read-credential.js'
import type { ReadDraft, ReadDraftVersion } from '../domain/read-draft.js'
import type { ReadEnrolment } from '../domain/read-enrolment.js'
import type { ReadFeed } from '../domain/read-feed.js'
import type { ReadPackage } from '../domain/read-package.js'
import type { ReadVault } from '../domain/read-vault.js'
import type { StateAbsence } from '../domain/state-absence.js'
import type { ReadRoster } from '../domain/read-roster.js'
import type { PublishRoster } from '../domain/publish-roster.js'
import type { StoreVault } from '../domain/store-vault.js'
import type { SubmitPackage } from '../domain/submit-package.js'
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
  readonly submitPackage: SubmitPackage
  readonly listPackages: ListPackages
  readonly readPackage: ReadPackage
  readonly openBlob: OpenBlob
  readonly noteBlobServed: NoteBlobServed
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
  readonly readTile: ReturnType<typeof readTile>
  readonly readVerifier: ReadVerifier
  readonly readApi: ReadApi
}
