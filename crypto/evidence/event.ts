/**
 * The events that evidence states: ETSI EN 319 522-1 clause 6 and the URIs of EN 319 522-2, and our
 * own for what the standard does not know.
 *
 * @packageDocumentation
 */
const etsi = (name: string) => `http://uri.etsi.org/19522/Event/${name}` as const
const ours = (name: string) => `urn:rogatory:event:${name}` as const

/**
 * Events in the life of one request package, by their code in EN 319 522-1; those of K and R are ours: its clock, its alerts,
 * the deletion of its content.
 */
export const packageEvents = {
  'A.1': etsi('SubmissionAcceptance'),
  'A.2': etsi('SubmissionRejection'),
  'B.1': etsi('RelayAcceptance'),
  'B.2': etsi('RelayRejection'),
  'B.3': etsi('RelayFailure'),
  'C.1': etsi('NotificationForAcceptance'),
  'C.2': etsi('NotificationForAcceptanceFailure'),
  'C.3': etsi('ConsignmentAcceptance'),
  'C.4': etsi('ConsignmentRejection'),
  'C.5': etsi('AcceptanceRejectionExpiry'),
  'C.6': etsi('NotificationDelivered'),
  'D.1': etsi('ContentConsignment'),
  'D.2': etsi('ContentConsignmentFailure'),
  'D.3': etsi('ConsignmentNotification'),
  'D.4': etsi('ConsignmentNotificationFailure'),
  'D.5': etsi('NotificationAccessTracking'),
  'D.6': etsi('ContentAccessTracking'),
  'E.1': etsi('ContentHandover'),
  'E.2': etsi('ContentHandoverFailure'),
  'F.1': etsi('RelayToNonERDS'),
  'F.2': etsi('RelayToNonERDSFailure'),
  'F.3': etsi('ReceivedFromNonERDS'),
  'K.1': ours('AcknowledgementDueSoon'),
  'K.2': ours('AcknowledgementOverdue'),
  'K.3': ours('AlertTaken'),
  'K.4': ours('AlertStoodDown'),
  'K.5': ours('AlertSent'),
  'K.6': ours('AlertNotSent'),
  'R.1': ours('ContentDeleted'),
} as const
export type PackageEventCode = keyof typeof packageEvents

/** Events of the directory: ours, since EN 319 522 has none. */
export const directoryEvents = {
  'X.1': ours('EntryAccepted'),
  'X.2': ours('CredentialAccepted'),
  'X.3': ours('RevocationAccepted'),
  'X.4': ours('SuspensionDeclared'),
  'X.5': ours('RetentionDeclared'),
  'X.6': ours('HoldDeclared'),
  'X.7': ours('InvitationUsed'),
  'X.8': ours('EnrolmentDecided'),
  'X.9': ours('CopySealedAnew'),
  'X.10': ours('ReplacedCopyDeleted'),
} as const
export type DirectoryEventCode = keyof typeof directoryEvents

/**
 * Events in the life of a hand-off to a translator: ours, as the standard knows none. R.1 is of copies that no package
 * has; of all other content the package's own R.1 tells.
 */
export const handoffEvents = {
  'H.1': ours('HandoffAssigned'),
  'H.2': ours('HandoffAccepted'),
  'H.3': ours('HandoffDeclined'),
  'H.4': ours('HandoffReminder'),
  'H.5': ours('HandoffOverdue'),
  'H.6': ours('HandoffReassigned'),
  'H.7': ours('TranslationReturned'),
  'H.8': ours('TranslationReviewed'),
  'H.9': ours('TranslationCertified'),
  'H.10': ours('TranslationCountersigned'),
  'H.11': ours('HandoffRecalled'),
  'H.12': ours('HandoffExhausted'),
  'R.1': ours('ContentDeleted'),
} as const
export type HandoffEventCode = keyof typeof handoffEvents

/** Why a negative event happened. Closed: a court must be able to look each one up. */
export const reasonCodes = [
  'recipient-unknown',
  'recipient-suspended',
  'recipient-entry-superseded',
  'sender-suspended',
  'sender-entry-superseded',
  'officer-role',
  'approvals-missing',
  'package-id-reused',
  'expired-on-arrival',
  'envelope-mismatch',
  'envelope-recipients',
  'part-mismatch',
  'expired-unaccepted',
  'not-notified-in-time',
  'not-acknowledged-in-time',
  'not-handed-over-in-time',
  'rejected-by-recipient',
  'duty-alert',
  'retention-ended',
] as const
export type ReasonCode = (typeof reasonCodes)[number]
