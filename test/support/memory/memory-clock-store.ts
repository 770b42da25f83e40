import type { ClockStore, StoredClock } from '#server/domain/clocks/clock-store.js'

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

export function memoryClockStore(): ClockStore {
  const clocks = new Map<string, StoredClock>()
  const name = (authority: string, clock: string) => `${authority}/${clock}`
  return {
    async keep(clock) {
      await turn()
      const key = name(clock.authority, clock.clock)
      const before = clocks.get(key)
      const follows =
        before === undefined
          ? clock.revision === 1
          : clock.revision === before.revision + 1 && before.state !== 'ended'
      if (follows) clocks.set(key, { ...clock, rings: before?.rings ?? [] })
      return clocks.get(key)
    },
    async find(authority, clock) {
      await turn()
      return clocks.get(name(authority, clock))
    },
    async list(authority, filter, after, limit) {
      await turn()
      return [...clocks.values()]
        .filter((one) => one.authority === authority && one.clock > (after ?? ''))
        .filter((one) => filter.case === undefined || one.case === filter.case)
        .filter((one) => filter.open !== true || one.state !== 'ended')
        .sort((a, b) => (a.clock < b.clock ? -1 : 1))
        .slice(0, limit)
    },
    async ring(authority, clock, ring) {
      await turn()
      const before = clocks.get(name(authority, clock))
      if (before?.revision !== ring.revision) return false
      const told = before.rings.some(
        ({ revision, stage }) => revision === ring.revision && stage === ring.stage,
      )
      if (!told) {
        clocks.set(name(authority, clock), { ...before, rings: [...before.rings, ring] })
      }
      return !told
    },
  }
}
