import type { CheckedRecord } from '../proof/check-record.js'

/** Whether the relay states that it has deleted envelope and parts: R.1. What is signed and logged stays. */
export const isContentDeleted = ({ evidence }: CheckedRecord): boolean =>
  evidence.some(({ payload }) => payload.code === 'R.1')
