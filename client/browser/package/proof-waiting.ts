import { ClientError } from '../../core/client-error.js'

const FIRST_MS = 4_000
const LONGEST_MS = 120_000
const GROWTH = 1.5

/** How long to wait until the proof is asked for again, in milliseconds. @param failures - before this one, from 0 */
export const askAgainMs = (failures: number): number =>
  Math.min(LONGEST_MS, FIRST_MS * GROWTH ** failures)

/** Of a clock that only the proof knows, while there is none: it is to come, or nothing can be learned of it now. */
export type ProofWaiting = 'pending' | 'unlearnt'

/** @param failure - why the proof was not had when it was last asked for; null before the first answer */
export const proofWaiting = (failure: Error | null): ProofWaiting =>
  failure === null || (failure instanceof ClientError && failure.code === 'proof-pending')
    ? 'pending'
    : 'unlearnt'
