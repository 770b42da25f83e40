import type { common } from '../shell/texts/en.js'
import { RelayProblem } from '../../core/relay-problem.js'

type Text = keyof typeof common
type Known = Extract<Text, `problem${string}Remedy`> extends `${infer T}Remedy` ? T : never

/** Codes of client, relay and cryptography, by what a person is told of them. */
const WORDS: Readonly<Record<string, Known>> = {
  'relay-unreachable': 'problemUnreachable',
  'page-outdated': 'problemOutdatedPage',
  'keystore/passphrase': 'problemPassphrase',
  'keystore-passphrase': 'problemPassphrase',
  'keystore/malformed': 'problemKeystore',
  'keystore-malformed': 'problemKeystore',
  'keystore-bound': 'problemBound',
  'keystore-changed': 'problemKeystoreChanged',
  'security-key-absent': 'problemKeyAbsent',
  'security-key-address': 'problemKeyAddress',
  'security-key-unanswered': 'problemKeyUnanswered',
  'keystore/security-key': 'problemKeyUnanswered',
  'security-key-unfit': 'problemKeyUnfit',
  'security-key-known': 'problemKeyKnown',
  'security-key-required': 'problemKeyDemanded',
  'security-key-refused': 'problemKeyDemanded',
  'directory/trust': 'problemTrust',
  'credential-missing': 'problemCredential',
  unauthenticated: 'problemCredential',
  'directory/credential': 'problemCredential',
  'credential-revoked': 'problemRevoked',
  'directory/revoked': 'problemRevoked',
  'not-permitted': 'problemNotPermitted',
  'directory/role': 'problemNotPermitted',
  'log-breach': 'problemLog',
  'directory-rewritten': 'problemLog',
  'directory-forked': 'problemLog',
  'package-unknown': 'problemUnknownPackage',
  'alert-taken': 'problemTaken',
  'alert-conflict': 'problemTaken',
  'oral-mismatch': 'problemOral',
  'oral-unknown': 'problemOral',
  'clock-conflict': 'problemOral',
  'act-illegal': 'problemAct',
  'case-unknown': 'problemUnknownCase',
  'case-too-long': 'problemLongCase',
  'content-deleted': 'problemDeleted',
  'case-deleted': 'problemDeleted',
  'content-resealed': 'problemResealed',
  'resealing-conflict': 'problemResealed',
  'transfer-unapproved': 'problemLeave',
  'file-unwritable': 'problemStorage',
  'draft-changed': 'problemDraftChanged',
  'draft-conflict': 'problemDraftChanged',
  'draft-unknown': 'problemDraftUnknown',
  'draft-outdated': 'problemDraftOutdated',
  'draft-unprepared': 'problemDraftOutdated',
  'draft-parts-elsewhere': 'problemPartsElsewhere',
  'draft-documents': 'problemDocuments',
  'document-type-contradicted': 'problemDocumentType',
  'draft-unfinished': 'problemForm',
  'form-invalid': 'problemForm',
  'pre-flight': 'problemForm',
  'draft-invalid': 'problemForm',
  'approvals-needed': 'problemApprovals',
  'approval-refused': 'problemApprovals',
  'drafts-full': 'problemDraftsFull',
  'fingerprint-mismatch': 'problemFingerprint',
  'last-admin': 'problemLastAdmin',
  'key-needed': 'problemKeyNeeded',
  usage: 'problemFile',
  'file-unreadable': 'problemFile',
  'pki/passphrase': 'problemPassphrase',
  'handoff-closed': 'problemHandoff',
  'handoff-conflict': 'problemHandoff',
  'handoff-ended': 'problemHandoff',
  'handoff-reassigned': 'problemHandoff',
  'handoff-unknown': 'problemHandoff',
  'translation-invalid': 'problemTranslation',
  'translation-empty': 'problemTranslation',
  'translation-language': 'problemTranslation',
  'xliff-malformed': 'problemTranslation',
  'xliff-misaligned': 'problemTranslation',
  'machine-draft': 'problemTranslation',
  'proof-pending': 'problemProofPending',
  'proof-contradicted': 'problemContradicted',
  'proof-aged': 'problemAged',
  'timestamp-refused': 'problemTimestamp',
  unavailable: 'problemBusy',
  'too-many-requests': 'problemBusy',
  'storage-full': 'problemBusy',
}

/** Of these, whatever is not named above means that a signature or digest does not hold. */
const DISTRUST =
  /^(statement|envelope|stream|pki|package|drafts|evidence|directory|transparency|proof|timestamp|translation)\//
const UNTRUSTED = [
  'evidence-untrusted',
  'package-untrusted',
  'directory-untrusted',
  'log-untrusted',
]
const ALSO = [
  'part-digest',
  'part-length',
  'directory-stale',
  'revocation-omitted',
  'suspension-omitted',
  'directory-unlogged',
]

export type ProblemWords = {
  readonly title: Known
  readonly remedy: `${Known}Remedy`
  /** What broke: nothing that comes with it may be believed. */
  readonly isDistrust: boolean
  /** For whoever is asked for help, in English. */
  readonly details: string
}

/** What a person is told of an error, and what to do. The error's own text is for the details only. */
export function problemWords(error: unknown): ProblemWords {
  const code = codeOf(error)
  const isDistrust =
    WORDS[code] === undefined &&
    (DISTRUST.test(code) || UNTRUSTED.includes(code) || ALSO.includes(code))
  const title = WORDS[code] ?? (isDistrust ? 'problemUntrusted' : 'problemOther')
  const message = error instanceof Error ? error.message : 'unknown'
  const request = error instanceof RelayProblem && error.request ? `, request ${error.request}` : ''
  return { title, remedy: `${title}Remedy`, isDistrust, details: `${code}: ${message}${request}` }
}

/** Of errors that crossed from a worker only the code is left. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
