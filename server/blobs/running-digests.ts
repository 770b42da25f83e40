import type { RunningDigest } from './partial-file.js'

/**
 * Digests of uploads between two requests, so that going on does not mean reading all again. Bounded:
 * the one unused for longest is forgotten, and costs one reading of its file.
 *
 * A digest is taken out while it is in use. What it covers is compared with the file when it is used
 * again ({@link openPartial}): after a failed write the file has less.
 */
export function runningDigests(limit = 1024) {
  const kept = new Map<string, RunningDigest>()
  return {
    take(id: string): RunningDigest | undefined {
      const digest = kept.get(id)
      kept.delete(id)
      return digest
    },
    keep(id: string, digest: RunningDigest): void {
      kept.set(id, digest)
      const [oldest] = kept.keys()
      if (kept.size > limit && oldest !== undefined) kept.delete(oldest)
    },
  }
}
