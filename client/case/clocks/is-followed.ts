import type { OpeningId } from '../acts.js'
import type { CaseView, RequestView, Thread } from '../case-view.js'
import type { ClockKind } from './clock-rule.js'

/** The requests for which something is held, by the clock of what is held: they end it by following. */
const AWAITED: Readonly<Partial<Record<ClockKind, readonly OpeningId[]>>> = {
  preservation: ['mla-request', 'emergency-disclosure'],
  'provisional-arrest': ['extradition-request'],
}
/** A request that came to nothing leaves what it followed as it was. */
const CAME_TO_NOTHING: readonly Thread['state'][] = ['rejected', 'expired', 'withdrawn']

/** Whether a clock is ended by a request that follows, and does not run on after an execution. */
export const isFollowable = (kind: ClockKind): boolean => Object.hasOwn(AWAITED, kind)

/**
 * Whether what is held by one counterpart needs no more watching there, since a request follows at that very
 * counterpart: one for which it was held, once it is sent, since it is then held until that is decided; or one
 * that renews it, once it is accepted, since it then has a clock of its own.
 */
export function isFollowed(
  kind: ClockKind,
  { package: name, opening }: RequestView,
  counterpart: Thread['counterpart'],
  { requests }: CaseView,
): boolean {
  if (!isFollowable(kind)) return false
  return requests.some((follower) => {
    const thread = follower.threads.find((one) => one.counterpart === counterpart)
    if (follower.follows !== name || thread === undefined) return false
    if (CAME_TO_NOTHING.includes(thread.state)) return false
    if (AWAITED[kind]?.includes(follower.opening) === true) return true
    return follower.opening === opening && isAccepted(thread)
  })
}

const isAccepted = ({ timeline }: Thread): boolean => {
  const states = timeline.flatMap(({ state }) => state ?? [])
  return (
    !states.includes('refused') &&
    states.some((state) => state === 'accepted' || state === 'conditions-agreed')
  )
}
