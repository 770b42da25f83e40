type QueryKey = readonly string[]

/** Many events come within moments of each other: all states of one package, or what was missed while the line was lost. */
const GATHER_MS = 500

/**
 * Gathers what is to be fetched anew, so that a row of events asks for it once.
 *
 * @param renew - called once for each key, so long after the first one was told.
 */
export function gatherNews(renew: (key: QueryKey) => void, gatherMs = GATHER_MS) {
  let told = new Map<string, QueryKey>()
  let timer: ReturnType<typeof setTimeout> | undefined
  function pass(): void {
    timer = undefined
    const keys = told
    told = new Map()
    for (const key of keys.values()) renew(key)
  }
  return {
    tell: (...keys: readonly QueryKey[]): void => {
      for (const key of keys) told.set(JSON.stringify(key), key)
      timer ??= setTimeout(pass, gatherMs)
    },
    /** What was not passed on by now is not. */
    stop: () => clearTimeout(timer),
  }
}
