/** The address bar and the history of a tab, as far as this needs them. */
export type TabHistory = {
  /** What stands in the address. */
  readonly at: () => string
  /** Puts a place into the address; nobody is told. */
  readonly put: (place: string) => void
  /** One step back; {@link PlaceGuard.moved} is called when it is done. */
  readonly back: () => void
}

export type PlaceGuard = {
  /** Where one is: what is shown, also while the address would lead elsewhere. */
  readonly place: () => string
  /** Whether it is being asked if somebody wants to leave what is not saved. */
  readonly isAsked: () => boolean
  readonly subscribe: (changed: () => void) => () => void
  /** Something is not saved, until what is returned is called. */
  readonly need: () => () => void
  /** Does what leaves the place, at once or once somebody has agreed to lose what is not saved. */
  readonly leave: (go: () => void) => void
  /** The address changed: by the browser's buttons, by hand, by a link, or by what was let through. */
  readonly moved: () => void
  readonly answer: (isLeaving: boolean) => void
}

/**
 * Asks before a place is left on which something stands that is not saved. What the browser has left by itself is
 * taken back until there is an answer: the place from which it was left lies one step before it then.
 */
export function placeGuard(history: TabHistory): PlaceGuard {
  const needs = new Set<object>()
  const listeners = new Set<() => void>()
  let shown = history.at()
  let waiting: (() => void) | undefined
  const tell = () => listeners.forEach((changed) => changed())
  const ask = (go: () => void) => {
    waiting = go
    tell()
  }
  return {
    place: () => shown,
    isAsked: () => waiting !== undefined,
    subscribe: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    need: () => {
      const own = {}
      needs.add(own)
      return () => needs.delete(own)
    },
    leave: (go) => {
      if (needs.size > 0) ask(go)
      else go()
    },
    moved: () => {
      const to = history.at()
      if (to === shown) return
      if (needs.size > 0) {
        history.put(shown)
        ask(history.back)
        return
      }
      shown = to
      tell()
    },
    answer: (isLeaving) => {
      const go = waiting
      waiting = undefined
      tell()
      if (!isLeaving || go === undefined) return
      // Whatever is not saved here is given up.
      needs.clear()
      go()
    },
  }
}
