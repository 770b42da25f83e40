import type {
  DraftStore,
  ListedDraftVersion,
  StoredDraftVersion,
} from '#server/domain/drafts/draft-store.js'

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

export function memoryDraftStore(): DraftStore {
  const kept: (StoredDraftVersion & { readonly authority: string })[] = []
  const of = (authority: string, draft?: string) =>
    kept
      .filter((one) => one.authority === authority && (draft ?? one.draft) === one.draft)
      .sort((a, b) => a.version - b.version)
  const listed = (one: (typeof kept)[number]): ListedDraftVersion => {
    const { draft, version, basis, resolves, aside, discarded, octets, keptAt } = one
    return { draft, version, basis, resolves, aside, discarded, octets, keptAt }
  }
  return {
    async keep(authority, version) {
      await turn()
      if (of(authority, version.draft).some((one) => one.version === version.version)) return false
      kept.push({ authority, ...version })
      return true
    },
    async find(authority, draft, version) {
      await turn()
      const found = of(authority, draft).find((one) => one.version === version)
      return found && { ...listed(found), sealed: found.sealed }
    },
    async versions(authority, draft) {
      await turn()
      return of(authority, draft).map(listed)
    },
    async page(authority, after, limit) {
      await turn()
      const ids = [...new Set(of(authority).map(({ draft }) => draft))].sort()
      return ids
        .filter((id) => after === undefined || id > after)
        .map((id) => of(authority, id).map(listed))
        .filter((versions) => versions.every(({ discarded }) => !discarded))
        .slice(0, limit)
    },
    async octets(authority) {
      await turn()
      return of(authority).reduce((sum, { octets }) => sum + octets, 0)
    },
    async prune(authority, draft, version) {
      await turn()
      for (const one of of(authority, draft)) {
        if (one.version < version) kept.splice(kept.indexOf(one), 1)
      }
    },
  }
}
