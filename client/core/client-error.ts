/** Why the client itself will not go on, as a closed set. What the relay refuses is a {@link RelayProblem}. */
export type ClientErrorCode =
  | 'relay-unreachable'
  | 'relay-answer'
  | 'keystore-passphrase'
  | 'keystore-malformed'
  | 'keystore-exists'
  | 'credential-missing'
  | 'authority-unknown'
  | 'officer-unknown'
  | 'roster-missing'
  | 'last-admin'
  | 'directory-untrusted'
  | 'directory-rewritten'
  | 'directory-stale'
  | 'directory-forked'
  | 'directory-pending'
  | 'directory-unlogged'
  | 'directory-memory'
  | 'revocation-omitted'
  | 'suspension-omitted'
  | 'evidence-untrusted'
  | 'package-untrusted'
  | 'part-digest'
  | 'part-length'
  | 'file-exists'
  | 'file-unreadable'
  | 'file-unwritable'
  | 'digest-thread'
  | 'vault-closed'
  | 'enrolment-begun'
  | 'enrolment-unknown'
  | 'enrolment-pending'
  | 'enrolment-refused'
  | 'enrolment-untrusted'
  | 'fingerprint-mismatch'
  | 'draft-invalid'
  | 'template-unknown'
  | 'form-invalid'
  | 'pre-flight'
  | 'findings-open'
  | 'case-unknown'
  | 'act-illegal'
  | 'draft-unknown'
  | 'draft-changed'
  | 'draft-conflict'
  | 'draft-unfinished'
  | 'draft-documents'
  | 'draft-unprepared'
  | 'draft-outdated'
  | 'draft-parts-elsewhere'
  | 'approval-refused'
  | 'package-unsent'
  | 'approvals-needed'
  | 'proof-pending'
  | 'log-breach'
  | 'log-untrusted'
  | 'proof-contradicted'
  | 'proof-aged'
  | 'timestamp-refused'
  | 'usage'

/** A refusal of ours: what happened in the message, `remedy` says what to do about it. */
export class ClientError extends Error {
  override readonly name = 'ClientError'
  readonly code: ClientErrorCode
  readonly remedy: string

  constructor(code: ClientErrorCode, message: string, remedy: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.remedy = remedy
  }
}
