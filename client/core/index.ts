/**
 * The SDK: what a person does, on any platform. `rogatory/node` brings disk, keystore and network.
 *
 * @packageDocumentation
 */
export { AuthorityId, CaseId, PackageId, PartId } from '#crypto/fields/fields.js'
export { CryptoError } from '#crypto/errors.js'
export { signApproval } from '#crypto/package/sign-statements.js'
export { compareBundles } from '#crypto/proof/compare/compare-bundles.js'
export type { Comparison, Finding } from '#crypto/proof/compare/comparison.js'
export { verifyBundle } from '#crypto/proof/verify-bundle.js'
export { addOfficer, changeRoles, OfficerPublicKeys } from './officers/add-officer.js'
export { destroyKey } from './officers/destroy-key.js'
export { type KeyNeed, keyNeeds, type KeyStanding, keyStanding } from './officers/key-needs.js'
export { type AuthorityKeys, removeOfficer } from './officers/remove-officer.js'
export { demandSecurityKey } from './officers/demand-security-key.js'
export { withdrawSecurityKey } from './officers/withdraw-security-key.js'
export { liftDemand } from './officers/lift-demand.js'
export { resealVault } from './officers/reseal-vault.js'
export { revokeKey } from './officers/revoke-key.js'
export { listOfficers, type Member } from './officers/list-officers.js'
export { rotateKeys } from './officers/rotate-keys.js'
export { chooseSealed } from './resealing/choose-sealed.js'
export { listSealed } from './resealing/list-sealed.js'
export { type NotResealed, resealMany } from './resealing/reseal-many.js'
export { type Resealed, resealPackage } from './resealing/reseal-package.js'
export { type Acknowledgement, acknowledgePackage } from './packages/acknowledge-package.js'
export type { CheckedEvidence } from './proof/check-evidence.js'
export type { CheckedRecord } from './proof/check-record.js'
export { ClientError, type ClientErrorCode } from './client-error.js'
export { compareDirectories, rememberedDirectory } from './directory/compare-directories.js'
export { composePackage, type DocumentProgress, type Draft } from './packages/compose-package.js'
export { createOfficerKeys, type OfficerKeys } from './officers/create-officer-keys.js'
export { deliverPackage } from './packages/deliver-package.js'
export { type DirectoryMemory, SeenDirectory } from './directory/directory-memory.js'
export { approveEnrolment, refuseEnrolment } from './enrolment/decide-enrolment.js'
export { inviteAuthority } from './enrolment/invite-authority.js'
export {
  type DoubtfulEnrolment,
  type WaitingEnrolment,
  waitingEnrolments,
} from './enrolment/waiting-enrolments.js'
export type { Operator } from './operations/operator.js'
export type { DirectoryView } from './directory/directory-view.js'
export { approveDraft, type ForApproval, readForApproval } from './drafting/approve-draft.js'
export { discardDraft } from './drafting/discard-draft.js'
export {
  downgradeDocuments,
  type MadeDowngrade,
  RedactionList,
  type WantedDowngrade,
} from './downgrade/downgrade-documents.js'
export {
  isDowngrade,
  receivedDowngrade,
  type ReceivedDowngrade,
} from './downgrade/received-downgrade.js'
export { documentOf } from './drafting/document-of.js'
export {
  inspectPrepared,
  type JudgedApproval,
  type PreparedPackage,
} from './drafting/inspect-prepared.js'
export {
  type DraftChange,
  keepDraftVersion,
  type KeptDraft,
} from './drafting/keep-draft-version.js'
export { type ListedDraft, listDrafts } from './drafting/list-drafts.js'
export { mergeDrafts, type MergeConflict, type MergedDraft } from './drafting/merge-drafts.js'
export { prepareDraft, type PreparedDraft } from './drafting/prepare-draft.js'
export {
  type OpenDraft,
  readDraft,
  type ReadDraft,
  readDraftVersion,
} from './drafting/read-draft.js'
export { returnDraft } from './drafting/return-draft.js'
export { resolveDraft, type Resolution } from './drafting/resolve-draft.js'
export { sendDraft, type SentDraft } from './drafting/send-draft.js'
export {
  type AuthorityData,
  type Enrolment,
  prepareEnrolment,
  type PreparedEnrolment,
  publishEnrolment,
} from './enrolment/enrol-authority.js'
export { type EnrolmentOutcome, enrolmentOutcome } from './enrolment/enrolment-outcome.js'
export { actOnAlert } from './duty/act-on-alert.js'
export { type AlertAct, dutyActs } from './duty/duty-acts.js'
export { closeOralRequest } from './duty/close-oral-request.js'
export { listOralRequests, oralRequest } from './duty/list-oral-requests.js'
export { noteOralRequest } from './duty/note-oral-request.js'
export { OralNote, type OralRequest } from './duty/oral-request.js'
export { webhookKeys } from './operations/webhook-keys.js'
export { dutyDesk, type WaitingPackage } from './duty/duty-desk.js'
export { type DutyGap, dutyGaps } from './duty/duty-gaps.js'
export { dutyRoster, type ReadRoster, setDutyRoster } from './duty/duty-roster.js'
export { eventMeanings } from './packages/event-meanings.js'
export { findInIndex, type Found } from './search/find-in-index.js'
export type { IndexEntry } from './search/index-entry.js'
export { type SearchIndex, type SearchStore } from './search/search-index.js'
export { actOnHandoff, type NewAct } from './translation/act-on-handoff.js'
export { handOff, type HandoffOrder } from './translation/hand-off.js'
export { type HandoffSource, packageSource, uploadedSource } from './translation/handoff-source.js'
export { rekeyedSource } from './translation/rekeyed-source.js'
export { replaceHandoff } from './translation/replace-handoff.js'
export { recallBreach } from './translation/recall-breach.js'
export {
  type Awaited as AwaitedOfHandoff,
  awaitedOf,
  isAwaitedOf,
} from './translation/awaited-of.js'
export { chooseRotation, servesPair } from './translation/choose-rotation.js'
export { doubtsAboutPair, type PairDoubt } from './translation/doubts-about-pair.js'
export { offerTranslator } from './translation/offer-translator.js'
export { type OfferedTranslator, offeredTranslators } from './translation/offered-translators.js'
export { type PlannedTurn, planTurns } from './translation/plan-turns.js'
export { type CaseTranslation, caseTranslations } from './translation/case-translations.js'
export { type MissingTranslation, missingTranslations } from './translation/missing-translations.js'
export { bindTranslations } from './translation/bind-translations.js'
export { readRecord, recordOf } from './translation/translation-record.js'
export {
  isTranslationRecord,
  receivedTranslation,
  type ReceivedTranslation,
} from './translation/received-translation.js'
export { openHandoff, openSources, openTargets } from './translation/open-handoff.js'
export { itemText } from './translation/item-text.js'
export { readXliff } from './translation/xliff/read-xliff.js'
export { writeXliff, type XliffSource } from './translation/xliff/write-xliff.js'
export {
  type ForgedHandoff,
  listHandoffs,
  type OpenHandoff,
  readHandoff,
} from './translation/read-handoff.js'
export {
  certifyTranslation,
  returnTranslation,
  type Translated,
} from './translation/return-translation.js'
export { updateIndex } from './search/update-index.js'
export { setPolicy } from './directory/set-policy.js'
export { forwardDraft, type WantedForward } from './forwarding/forward-draft.js'
export { receivedForward, type ReceivedForward } from './forwarding/received-forward.js'
export { type ExchangeStatistics } from './statistics/exchange-statistics.js'
export { gatherStatistics } from './statistics/gather-statistics.js'
export { type ExportedProof, exportProof, type ProofOptions } from './proof/export-proof.js'
export { type KeyChange, keyChanges } from './directory/key-changes.js'
export { type ExpiryNotice, keyExpiry } from './officers/key-expiry.js'
export { type KeyAct, keyImpact } from './officers/key-impact.js'
export type * from '../case/case-view.js'
export { deriveCase } from '../case/derive-case.js'
export { deriveRegister } from '../case/register/derive-register.js'
export type { Register, RegisterEntry, TransferApproval } from '../case/register/register-entry.js'
export type { ClockRule } from '../case/clocks/clock-rule.js'
export type { CaseClock } from '../case/clocks/derive-clocks.js'
export { caseClocks } from './cases/case-clocks.js'
export { type WatchedClock, watchClocks } from './cases/watch-clocks.js'
export { listCases } from './cases/list-cases.js'
export { type LoadedCase, loadCase } from './cases/load-case.js'
export { type PackageStanding, packageStanding } from './packages/package-standing.js'
export { type Answer, planAnswer } from './cases/plan-answer.js'
export { requireLegalAct } from './cases/require-legal-act.js'
export { listMailbox, lookThroughMailbox, type MailboxItem } from './packages/list-mailbox.js'
export type { ForgedRow } from './packages/claimed-row.js'
export type { LogMemory } from './log/log-memory.js'
export { type LogObserver, type ObservedLog, observeLog } from './log/observe-log.js'
export {
  type OpenedDocument,
  openDocuments,
  type ReadPackage,
  readPackage,
} from './packages/open-package.js'
export { openSession } from './session/open-session.js'
export { type OwnAlarm, ownAlarms } from './log/own-alarms.js'
export { MINIMUM_PASSPHRASE, requireGoodPassphrase } from './officers/passphrase-rule.js'
export {
  type CheckedReceipt,
  type PackageStatus,
  packageStatus,
} from './packages/package-status.js'
export type * from './ports.js'
export { RelayProblem } from './relay-problem.js'
export type { Officer, Session } from './session/session.js'
export { rosterFromCsv, rosterToCsv } from './duty/roster-csv.js'
export { draftOf, RosterDraft, type Rostered, rosteredFrom } from './duty/roster-draft.js'
export { suspendAuthority } from './operations/suspend-authority.js'
export { blankForm, blankYaml } from '../templates/blank-form.js'
export { currentTemplate, currentTemplates, templateOf } from '../templates/catalogue.js'
export type { FormFinding, FormFindingCode } from '../templates/finding.js'
export { Template } from '../templates/format.js'
export { formText } from '../templates/form-text.js'
export { preFlight } from '../templates/pre-flight.js'
export type { PreFlightDraft, PreFlightSides } from '../templates/pre-flight/draft.js'
export type { PreFlightCode, PreFlightFinding } from '../templates/pre-flight/finding.js'
export { readableForm, type ReadableLine } from '../templates/readable-form.js'
export { sayPreFlight } from '../templates/say-pre-flight.js'
export { sayFinding } from '../templates/say-finding.js'
export { saySource } from '../templates/say-source.js'
export { type FormContext, validateForm } from '../templates/validate-form.js'
export { withoutBlanks } from '../templates/without-blanks.js'
export { examineDraft, type Examination } from './packages/examine-draft.js'
export { receivedForm, type ReceivedForm } from './packages/received-form.js'
export { type EventWatcher, watchEvents, type WatchedEvent } from './session/watch-events.js'
