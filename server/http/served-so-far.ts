import type { OctetRange } from './range.js'

/**
 * How far blobs were served to each authority, from the first octet on without a gap: a download that
 * broke off and was resumed counts as one. Bounded; of what is forgotten, the next range counts only
 * if the client says what it holds already.
 */
export function servedSoFar(limit = 10_000) {
  const reached = new Map<string, number>()
  return {
    /**
     * Notes that a range went out in full. True when with it all octets up to the last have.
     *
     * @param holds - the client declared, under its proof, to hold this very representation up to
     *   where the range begins (`If-Range`, RFC 9110 §13.1.5): as after the relay was restarted.
     */
    note(name: string, { start, end }: OctetRange, length: number, holds: boolean): boolean {
      const before = reached.get(name) ?? 0
      if (start > before && !holds) return false
      const now = Math.max(before, end + 1)
      reached.delete(name)
      if (now >= length) return true
      reached.set(name, now)
      const [oldest] = reached.keys()
      if (reached.size > limit && oldest !== undefined) reached.delete(oldest)
      return false
    },
  }
}
