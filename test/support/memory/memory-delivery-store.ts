import type { Delivery, DeliveryStore } from '#server/domain/duty/delivery-store.js'

type Kept = Delivery & { readonly heldUntil: Date | undefined }
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

export function memoryDeliveryStore(): DeliveryStore {
  const kept = new Map<string, Kept>()
  const open = (notice: string, target: string): Kept => {
    const name = `${notice}/${target}`
    const fresh = { notice, target, state: 'pending', attempts: 0, heldUntil: undefined } as const
    const one = kept.get(name) ?? fresh
    kept.set(name, one)
    return one
  }
  const change = (notice: string, target: string, changes: Partial<Kept>) => {
    const one = kept.get(`${notice}/${target}`)
    if (one?.state === 'pending') kept.set(`${notice}/${target}`, { ...one, ...changes })
  }
  const shown = ({ notice, target, state, attempts }: Kept): Delivery => ({
    notice,
    target,
    state,
    attempts,
  })
  return {
    async of(notice) {
      await turn()
      const own = [...kept.values()].filter((one) => one.notice === notice)
      return own.map(shown).sort((a, b) => (a.target < b.target ? -1 : 1))
    },
    async open(notice, targets) {
      await turn()
      for (const target of targets) open(notice, target)
    },
    async claim(notice, target, now, leaseMs) {
      await turn()
      const one = open(notice, target)
      if (one.state !== 'pending') return shown(one)
      if (one.heldUntil !== undefined && one.heldUntil > now) return undefined
      change(notice, target, { heldUntil: new Date(now.getTime() + leaseMs) })
      return shown(one)
    },
    async settle(notice, target, state) {
      await turn()
      change(notice, target, { state, heldUntil: undefined })
    },
    async release(notice, target) {
      await turn()
      const one = kept.get(`${notice}/${target}`)
      change(notice, target, { heldUntil: undefined, attempts: (one?.attempts ?? 0) + 1 })
    },
  }
}
