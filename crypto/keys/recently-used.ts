/** A map that forgets what was not asked for longest, so that strangers cannot fill memory. */
export type RecentlyUsed<V> = {
  get(key: string): V | undefined
  set(key: string, value: V): void
}

/** @param capacity - entries kept, at least one. */
export function recentlyUsed<V>(capacity: number): RecentlyUsed<V> {
  // A Map iterates in the order of insertion, so the first is the one unused longest.
  const entries = new Map<string, V>()
  return {
    get(key) {
      const value = entries.get(key)
      if (value === undefined) return undefined
      entries.delete(key)
      entries.set(key, value)
      return value
    },
    set(key, value) {
      entries.delete(key)
      entries.set(key, value)
      for (const oldest of entries.keys()) {
        if (entries.size <= capacity) break
        entries.delete(oldest)
      }
    },
  }
}
