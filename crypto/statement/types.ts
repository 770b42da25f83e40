/** Every kind of statement: the value of `typ` (RFC 8725 §3.11: no statement passes for another kind). */
export const STATEMENT_TYPES = [
  'rogatory-entry',
  'rogatory-officer',
  'rogatory-manifest',
  'rogatory-header',
  'rogatory-approval',
  'rogatory-draft',
  'rogatory-evidence',
  'rogatory-receipt',
  'rogatory-absence',
  'rogatory-revocation',
  'rogatory-suspension',
  'rogatory-invitation',
  'rogatory-application',
  'rogatory-decision',
  'rogatory-inquiry',
  'rogatory-clock',
  'rogatory-roster',
  'rogatory-handoff',
  'rogatory-handoff-act',
  'rogatory-translation',
  'rogatory-duty',
  'rogatory-downgrade',
  'rogatory-retention',
  'rogatory-hold',
] as const

export type StatementType = (typeof STATEMENT_TYPES)[number]
