import { CryptoError, type CryptoErrorCode } from '#crypto/errors.js'
import { ClientError, type ClientErrorCode } from '../core/client-error.js'
import { RelayProblem } from '../core/relay-problem.js'
import { Undelivered } from './lines/undelivered.js'

/** What a script learns from the exit code alone. Documented in the command's help. */
export const EXIT = {
  done: 0,
  bug: 1,
  usage: 2,
  refused: 3,
  contradicted: 4,
  unreachable: 5,
  keys: 6,
  incomplete: 7,
} as const

const byCode: Partial<Record<ClientErrorCode, number>> = {
  usage: EXIT.usage,
  'draft-invalid': EXIT.usage,
  'document-type-contradicted': EXIT.usage,
  'document-malicious': EXIT.refused,
  'scanner-failed': EXIT.incomplete,
  'template-unknown': EXIT.usage,
  'form-invalid': EXIT.usage,
  'pre-flight': EXIT.usage,
  'findings-open': EXIT.usage,
  'draft-unknown': EXIT.usage,
  'draft-changed': EXIT.refused,
  'draft-conflict': EXIT.refused,
  'assignment-changed': EXIT.refused,
  'draft-unfinished': EXIT.incomplete,
  'draft-unprepared': EXIT.incomplete,
  'draft-documents': EXIT.usage,
  'package-unsent': EXIT.usage,
  'file-unwritable': EXIT.usage,
  'file-exists': EXIT.usage,
  'file-unreadable': EXIT.usage,
  'relay-unreachable': EXIT.unreachable,
  'relay-answer': EXIT.unreachable,
  'certificate-refused': EXIT.refused,
  'tls-unusable': EXIT.keys,
  'digest-thread': EXIT.bug,
  'keystore-passphrase': EXIT.keys,
  'keystore-malformed': EXIT.keys,
  'keystore-exists': EXIT.keys,
  'credential-missing': EXIT.keys,
  'vault-closed': EXIT.keys,
  'key-needed': EXIT.refused,
  'last-admin': EXIT.refused,
  'officer-unknown': EXIT.usage,
  'handoff-closed': EXIT.refused,
  'translation-uncertified': EXIT.refused,
  'translation-empty': EXIT.usage,
  'translation-language': EXIT.usage,
  'xliff-malformed': EXIT.usage,
  'xliff-misaligned': EXIT.usage,
  'machine-draft': EXIT.refused,
  'part-unknown': EXIT.usage,
  'roster-missing': EXIT.incomplete,
  'enrolment-begun': EXIT.usage,
  'enrolment-unknown': EXIT.usage,
  'enrolment-pending': EXIT.incomplete,
  'enrolment-untrusted': EXIT.contradicted,
  'fingerprint-mismatch': EXIT.contradicted,
  'proof-pending': EXIT.incomplete,
  'proof-contradicted': EXIT.contradicted,
  'proof-aged': EXIT.incomplete,
  'timestamp-refused': EXIT.unreachable,
  'part-digest': EXIT.contradicted,
  'part-length': EXIT.contradicted,
  'package-untrusted': EXIT.contradicted,
  'directory-untrusted': EXIT.contradicted,
  'directory-rewritten': EXIT.contradicted,
  'directory-stale': EXIT.contradicted,
  'directory-forked': EXIT.contradicted,
  'directory-unlogged': EXIT.contradicted,
  'directory-pending': EXIT.incomplete,
  'directory-memory': EXIT.usage,
  'revocation-omitted': EXIT.contradicted,
  'suspension-omitted': EXIT.contradicted,
  'evidence-untrusted': EXIT.contradicted,
  'log-breach': EXIT.contradicted,
  'log-untrusted': EXIT.contradicted,
}

/** Failures of cryptography that say something about the files of whoever called, not of others. */
const byCryptoCode: Partial<Record<CryptoErrorCode, number>> = {
  'keystore/passphrase': EXIT.keys,
  'keystore/malformed': EXIT.keys,
  'directory/trust': EXIT.usage,
  'pki/passphrase': EXIT.keys,
  'duty/roster': EXIT.usage,
}

/** The exit code for whatever ended a command. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof Undelivered) return exitCodeOf(error.cause)
  if (error instanceof RelayProblem) return error.status >= 500 ? EXIT.unreachable : EXIT.refused
  if (error instanceof CryptoError) return byCryptoCode[error.code] ?? EXIT.contradicted
  if (error instanceof ClientError) return byCode[error.code] ?? EXIT.refused
  return EXIT.bug
}
