/** Runs what concerns one id one after the other, in the order asked; different ids do not wait. */
export function oneAtATime() {
  const last = new Map<string, Promise<unknown>>()
  return async <T>(id: string, run: () => Promise<T>): Promise<T> => {
    const before = last.get(id)
    const result = (async () => {
      await before?.catch(() => undefined)
      return run()
    })()
    last.set(id, result)
    try {
      return await result
    } finally {
      if (last.get(id) === result) last.delete(id)
    }
  }
}
