import type { RosterStore, StoredRoster } from '#server/domain/duty/roster-store.js'

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

export function memoryRosterStore(): RosterStore {
  const kept = new Map<string, StoredRoster>()
  return {
    async find(authority) {
      await turn()
      return kept.get(authority)
    },
    async replace(roster) {
      await turn()
      const before = kept.get(roster.authority)
      if (before?.digest === roster.digest) return true
      if ((before?.version ?? 0) !== roster.version - 1) return false
      kept.set(roster.authority, roster)
      return true
    },
  }
}
