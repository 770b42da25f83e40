import type { LogMemory, ShownBreach } from '#client/core/log/log-memory.js'

/** The promises of `LogMemory`, in memory. */
export function memoryLogMemory(): LogMemory {
  const notes = new Map<string, string>()
  const kept = new Map<string, ShownBreach>()
  return {
    all: () => Promise.resolve(new Map(notes)),
    advance: (origin, from, to) => {
      const isFirst = notes.get(origin) === from
      if (isFirst) notes.set(origin, to)
      return Promise.resolve(isFirst)
    },
    keepBreach: (breach) => {
      kept.set(`${breach.remembered}\n${breach.shown ?? ''}`, breach)
      return Promise.resolve()
    },
    breaches: () => Promise.resolve([...kept.values()]),
  }
}
