import type {
  AssignmentStore,
  StoredAssignment,
} from '#server/domain/assignments/assignment-store.js'

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

export function memoryAssignmentStore(): AssignmentStore {
  const kept = new Map<string, StoredAssignment>()
  return {
    async find(authority, id) {
      await turn()
      return kept.get(`${authority}/${id}`)
    },
    async replace(authority, next) {
      await turn()
      const key = `${authority}/${next.case}`
      if ((kept.get(key)?.version ?? 0) !== next.version - 1) return false
      kept.set(key, next)
      return true
    },
    async page(authority, after, limit) {
      await turn()
      return [...kept]
        .filter(([key]) => key.startsWith(`${authority}/`))
        .map(([, one]) => one)
        .filter(({ case: id }) => after === undefined || id > after)
        .sort((a, b) => (a.case < b.case ? -1 : 1))
        .slice(0, limit)
    },
  }
}
