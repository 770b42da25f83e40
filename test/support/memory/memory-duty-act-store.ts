import type { DutyActStore, StoredDutyAct } from '#server/domain/duty/duty-act-store.js'

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

export function memoryDutyActStore(): DutyActStore {
  const kept: StoredDutyAct[] = []
  const of = (header: string, authority: string) =>
    kept.filter((one) => one.header === header && one.authority === authority)
  return {
    async list(header, authority) {
      await turn()
      return of(header, authority).sort((a, b) => a.turn - b.turn)
    },
    async keep(act) {
      await turn()
      const before = of(act.header, act.authority).find((one) => one.turn === act.turn)
      if (before === undefined) kept.push(act)
      return before ?? act
    },
  }
}
