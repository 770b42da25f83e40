/**
 * Stops calling what does not answer, and tries it again now and then.
 *
 * After a failure nothing is called for `restMs`; then one call is let through, and its outcome
 * decides. Time comes from outside (milliseconds of a clock that never goes back).
 */
export function circuitBreaker(restMs: number, now: () => number = () => performance.now()) {
  let openUntil = Number.NEGATIVE_INFINITY
  let probing = false
  return {
    /** False while calls are being spared. */
    closed: (): boolean => now() >= openUntil && !probing,

    /** Runs the call unless calls are being spared. True when it ran and succeeded. */
    async try(call: () => Promise<void>): Promise<boolean> {
      if (now() < openUntil || probing) return false
      probing = openUntil !== Number.NEGATIVE_INFINITY
      try {
        await call()
        openUntil = Number.NEGATIVE_INFINITY
        return true
      } catch {
        openUntil = now() + restMs
        return false
      } finally {
        probing = false
      }
    },
  }
}
