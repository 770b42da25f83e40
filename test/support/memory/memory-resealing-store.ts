import type { KnownResealing, ResealingStore } from '#server/domain/resealing/resealing-store.js'

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

export function memoryResealingStore(): ResealingStore {
  const kept = new Map<string, KnownResealing>()
  const envelopes = new Map<string, string>()
  const change = async (digest: string, changes: Partial<KnownResealing>) => {
    await turn()
    const before = kept.get(digest)
    if (before !== undefined) kept.set(digest, { ...before, ...changes })
  }
  return {
    async keep({ envelope, ...resealing }) {
      await turn()
      const { digest, header, authority, version } = resealing
      const before =
        kept.get(digest) ??
        [...kept.values()].find(
          (one) => one.header === header && one.authority === authority && one.version === version,
        )
      if (before !== undefined) return before
      envelopes.set(digest, envelope)
      kept.set(digest, resealing)
      return resealing
    },
    async find(digest) {
      await turn()
      return kept.get(digest)
    },
    async ofHeader(header) {
      await turn()
      return [...kept.values()]
        .filter((one) => one.header === header)
        .sort((a, b) =>
          a.authority === b.authority ? a.version - b.version : a.authority < b.authority ? -1 : 1,
        )
    },
    async envelope(digest) {
      await turn()
      return envelopes.get(digest)
    },
    async withReplaced(after, limit) {
      await turn()
      return [...kept.values()]
        .filter((one) => one.replaced === 'kept' && one.digest > (after ?? ''))
        .sort((a, b) => (a.digest < b.digest ? -1 : 1))
        .slice(0, limit)
    },
    noteReplacedDeleted: (digest) => change(digest, { replaced: 'deleted' }),
    async removeEnvelope(digest, at) {
      if (kept.get(digest)?.deletedAt !== undefined) return
      envelopes.set(digest, '')
      await change(digest, { deletedAt: at })
    },
  }
}
