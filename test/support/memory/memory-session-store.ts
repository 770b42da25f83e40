import type { SessionStore, StoredSession } from '#server/domain/sessions/session-store.js'

/** Promises of `SessionStore`, in memory. */
export function memorySessionStore(): SessionStore {
  const kept = new Map<string, StoredSession>()
  const newest = (isWanted: (one: StoredSession) => boolean, limit: number) =>
    Promise.resolve(
      [...kept.values()]
        .filter(isWanted)
        .sort((a, b) => b.renewed.getTime() - a.renewed.getTime())
        .slice(0, limit),
    )
  return {
    begin(session) {
      if (kept.has(session.id)) return Promise.resolve(false)
      kept.set(session.id, session)
      return Promise.resolve(true)
    },
    find: (id) => Promise.resolve(kept.get(id)),
    renew(id, kid, { at, lasts, idleSince }) {
      const found = kept.get(id)
      if (found?.kid !== kid || found.ended !== null) return Promise.resolve(undefined)
      if (found.ends <= at || found.lasts < idleSince) return Promise.resolve(undefined)
      const renewed = { ...found, renewed: at, lasts }
      kept.set(id, renewed)
      return Promise.resolve(renewed)
    },
    end(id, ended) {
      const found = kept.get(id)
      if (found !== undefined) kept.set(id, { ...found, ended: found.ended ?? ended })
      return Promise.resolve(kept.get(id))
    },
    ofKey: (kid, limit) => newest((one) => one.kid === kid, limit),
    ofAuthority: (authority, limit) => newest((one) => one.authority === authority, limit),
  }
}
