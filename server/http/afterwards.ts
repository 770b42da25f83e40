/** Effects that go on after an answer was given; a process that ends waits for them. */
export type Afterwards = {
  /** `effect` must not reject: there is nobody left to tell. */
  add(effect: Promise<void>): void
  settled(): Promise<void>
}

export function afterwards(): Afterwards {
  const effects = new Set<Promise<void>>()
  return {
    add(effect) {
      effects.add(effect)
      void effect.finally(() => effects.delete(effect))
    },
    async settled() {
      while (effects.size > 0) await Promise.allSettled(effects)
    },
  }
}
