import type { StatementType } from '../statement/types.js'
import type { DirectoryEventCode } from './event.js'

/** What directory evidence states of each kind of statement that the relay accepts: docs/protocol.md, 6.2. */
export const acceptanceEvents = {
  'rogatory-entry': 'X.1',
  'rogatory-officer': 'X.2',
  'rogatory-revocation': 'X.3',
  'rogatory-suspension': 'X.4',
  'rogatory-retention': 'X.5',
  'rogatory-hold': 'X.6',
  'rogatory-invitation': 'X.7',
  'rogatory-decision': 'X.8',
} as const satisfies Partial<Record<StatementType, DirectoryEventCode>>
export type AcceptedType = keyof typeof acceptanceEvents
export type AcceptanceCode = (typeof acceptanceEvents)[AcceptedType]

/** The kinds of statement whose acceptance is evidence, in the order of their codes. */
export const acceptedTypes = Object.keys(acceptanceEvents) as [AcceptedType, ...AcceptedType[]]
