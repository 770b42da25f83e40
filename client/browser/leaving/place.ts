import { useEffect, useSyncExternalStore } from 'react'
import { navigate } from 'wouter/use-hash-location'
import type { AroundNavHandler, BaseLocationHook } from 'wouter'
import { placeGuard } from './place-guard.js'

const at = () => `/${location.hash.replace(/^#?\/?/, '')}`

/** Of this tab: where it is, and whether it may go elsewhere. */
export const guard = placeGuard({
  at,
  put: (place) => history.pushState(null, '', `#${place}`),
  back: () => history.back(),
})
addEventListener('hashchange', guard.moved)

/** Where one is, for wouter: after the `#`, and not before it is left. */
export const usePlace: BaseLocationHook = Object.assign(
  (): ReturnType<BaseLocationHook> => [
    useSyncExternalStore(guard.subscribe, guard.place),
    navigate,
  ],
  { hrefs: (place: string) => `#${place}` },
)

/** What follows a link of the page: it asks where something is not saved. */
export const aroundLeaving: AroundNavHandler = (go, to, options) => {
  if (to === guard.place()) go(to, options)
  else guard.leave(() => go(to, options))
}

/** Asks before a page is left on which something stands that is not saved: inside of the page, and of the browser. */
export function useLeaveWarning(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    const isOver = guard.need()
    return () => {
      removeEventListener('beforeunload', ask)
      isOver()
    }
  }, [isNeeded])
}
