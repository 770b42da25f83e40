import type { Notice } from '#server/contract/notice.js'
import type { Endings, EndingStore } from '#server/domain/endings/ending-store.js'
import type { NoticeStore } from '#server/domain/notices/notice-store.js'

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

export function memoryNoticeStore(): NoticeStore {
  const kept: Notice[] = []
  return {
    async keep(notice) {
      await turn()
      if (kept.some(({ id }) => id === notice.id)) return false
      kept.push(notice)
      return true
    },
    async find(id) {
      await turn()
      return kept.find((one) => one.id === id)
    },
    inPerson: (kid, limit) =>
      Promise.resolve(
        kept
          .filter((one) =>
            one.kind === 'handoff.step'
              ? one.linguists?.includes(kid) === true
              : one.kind === 'officer.access' && one.kid === kid,
          )
          .sort((a, b) => (a.at < b.at ? 1 : -1))
          .slice(0, limit),
      ),
    async newest(authority, kind, limit) {
      await turn()
      return kept
        .filter((one) => one.authority === authority && [one.kind, undefined].includes(kind))
        .sort((a, b) => (a.at < b.at ? 1 : -1))
        .slice(0, limit)
    },
  }
}

export function memoryEndingStore(): EndingStore {
  const kept = new Map<string, Endings>()
  return {
    async put(endings) {
      await turn()
      kept.set(endings.authority, endings)
    },
    async all() {
      await turn()
      return [...kept.values()].sort((a, b) => (a.authority < b.authority ? -1 : 1))
    },
  }
}
