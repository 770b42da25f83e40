import { ClientError } from '../core/client-error.js'
import { RelayProblem } from '../core/relay-problem.js'
import { askedPatience } from './asked-patience.js'

const ATTEMPTS = 5
const FIRST_DELAY_MS = 200
const LONGEST_DELAY_MS = 10_000
/** A relay that asks for more patience than this is told of instead of waited for. */
const LONGEST_PATIENCE_MS = 30_000

/**
 * Tries again what failed for a passing reason. Every operation of the contract is idempotent, so an
 * answer that was lost may be asked for again.
 */
export async function retry<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt()
    } catch (error) {
      const delay = delayBefore(error, tries)
      if (delay === undefined) throw error
      await new Promise((resolve) => setTimeout(resolve, delay))
    }
  }
}

/** Milliseconds to wait after the failure of so many tries; undefined if there is no point in it. */
export function delayBefore(error: unknown, tries: number): number | undefined {
  if (tries >= ATTEMPTS || !isPassing(error)) return undefined
  const asked = askedPatience(error)
  if (asked > LONGEST_PATIENCE_MS) return undefined
  // Full jitter: clients that failed together do not come back together.
  const ceiling = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** tries)
  return asked + Math.random() * ceiling
}

/** 507 too: a relay without room is a relay that somebody is making room on. */
const PASSING = [429, 502, 503, 504, 507]

const isPassing = (error: unknown): boolean =>
  (error instanceof ClientError && error.code === 'relay-unreachable') ||
  (error instanceof RelayProblem && PASSING.includes(error.status))
