import type { AuthorityId, PackageId } from '#crypto/fields/fields.js'
import { type CaseState, caseStates } from '../acts.js'
import type { Available, CaseView, RequestView, Thread, TimelineItem } from '../case-view.js'
import type { ClockKind, ClockRule } from './clock-rule.js'
import { laterOf } from './later-of.js'
import { type Calendars, countFrom, endOfDay } from './count-days.js'
import { extendedClock } from './extended-clock.js'
import { isFollowable, isFollowed } from './is-followed.js'

/** A clock as the evidence of a case has it. */
export type CaseClock = {
  /** `obligation-2`: the second of the package, see `register/register-clocks.ts`. */
  readonly kind: ClockKind | `obligation-${number}`
  /** For an obligation the package that set it. */
  readonly request: PackageId
  readonly counterpart: AuthorityId
  /** The evidence that started it, and when. */
  readonly evidence: string
  readonly begins: string
  readonly due: string
  readonly warnings: readonly string[]
  readonly state: 'running' | 'suspended' | 'ended'
  /** Of one that has ended: whether it would run once more, such as when what follows is withdrawn. */
  readonly mayRunAgain: boolean
  /** Where its length comes from. */
  readonly source: string
}

export type ClockContext = {
  /** The first that fits counts. */
  readonly rules: readonly ClockRule[]
  readonly calendarsOf: (requesting: AuthorityId, requested: AuthorityId) => Calendars
  /** What rules look at in the form of a request: the treaties on which it rests, the kinds of assistance. */
  readonly askedIn?: (request: PackageId) => Asked
}

export type Asked = {
  readonly instruments: readonly string[]
  readonly assistance: readonly string[]
}
const NOTHING: Asked = { instruments: [], assistance: [] }

type Course = {
  /** The states that start it; the first after its last end. */
  readonly from: readonly CaseState[]
  /** The states that end it; a final state always does. */
  readonly until: readonly CaseState[]
  /** The states in which it stands still. */
  readonly still: readonly CaseState[]
}

const STILL: readonly CaseState[] = ['supplement-requested', 'postponed']
const DECIDED: readonly CaseState[] = ['accepted', 'accepted-with-conditions', 'refused']
const ACCEPTED: readonly CaseState[] = ['accepted', 'conditions-agreed']

const courses: Readonly<Record<ClockKind, Course>> = {
  acknowledgement: { from: ['submitted'], until: ['acknowledged', 'registered'], still: [] },
  decision: { from: ['acknowledged'], until: DECIDED, still: STILL },
  execution: { from: ACCEPTED, until: ['executed', 'refused'], still: STILL },
  supplement: { from: ['supplement-requested'], until: ['supplemented'], still: [] },
  // What is held is held after execution and closure, too: see `isFollowed` for what ends it.
  preservation: { from: ACCEPTED, until: ['refused'], still: [] },
  'provisional-arrest': { from: ACCEPTED, until: ['refused'], still: [] },
}
/** Whoever a request was redirected to signs no receipt for it: it has it from then on, and any act shows that. */
const passedOnCourses: Readonly<Record<ClockKind, Course>> = {
  ...courses,
  acknowledgement: {
    ...courses.acknowledgement,
    until: caseStates.filter((state) => state !== 'submitted'),
  },
  decision: { ...courses.decision, from: ['submitted'] },
}
/**
 * Every clock of a case: which evidence started it, when it is due by rules and calendars, whether it runs,
 * stands still or has ended. Soundings have none, information that of acknowledgement only.
 */
export function deriveClocks(view: CaseView, context: ClockContext): readonly CaseClock[] {
  return view.requests.flatMap((request) =>
    request.threads.flatMap((thread) => {
      const kinds = kindsFor(request)
      const held = kinds.find(
        (kind) => isFollowable(kind) && ruleFor(kind, request, thread, context),
      )
      return kinds.flatMap((kind) => clockOf(kind, { request, thread, held, view }, context) ?? [])
    }),
  )
}

function kindsFor({ kind }: RequestView): readonly ClockKind[] {
  if (kind === 'sounding') return []
  return kind === 'information' ? ['acknowledgement'] : (Object.keys(courses) as ClockKind[])
}

type Place = {
  readonly request: RequestView
  readonly thread: Thread
  readonly view: CaseView
  /** The clock of what is held, if anything is. */
  readonly held: ClockKind | undefined
}

function clockOf(
  kind: ClockKind,
  { request, thread, view, held }: Place,
  context: ClockContext,
): CaseClock | undefined {
  const course = (thread.via === null ? courses : passedOnCourses)[kind]
  const steps = thread.timeline.filter((item) => item.state !== null || item.until !== null)
  const begin = ({ state }: TimelineItem) => state !== null && course.from.includes(state)
  // What is held is held since it was accepted first: to accept once more begins no new period.
  const start = isFollowable(kind) ? steps.findIndex(begin) : steps.findLastIndex(begin)
  const started = steps[start]
  const rule = ruleFor(kind, request, thread, context)
  if (started === undefined || rule === undefined) return undefined

  const calendars = context.calendarsOf(request.requesting, thread.counterpart)
  const from = kind === 'acknowledgement' ? showing(started, request, thread) : started
  const begins = new Date(from.time)
  let due = countFrom(begins, rule.duration, calendars)
  const latest = rule.most && countFrom(begins, rule.most, calendars)
  let stopped: Date | undefined
  let hasEnded = false
  for (const [i, item] of steps.entries()) {
    if (i <= start) continue
    const { state, time, until } = item
    if (until !== null && extendedClock(item, request, steps.slice(0, i), held) === kind) {
      const extended = endOfDay(until, calendars.requested)
      const most = latest !== undefined && latest < extended ? latest : extended
      if (most > due) due = most
    }
    if (state === null || hasEnded) continue
    const at = new Date(time)
    // What stood still goes on for as long as was left.
    if (stopped !== undefined) due = new Date(due.getTime() + at.getTime() - stopped.getTime())
    stopped = course.still.includes(state) ? at : undefined
    hasEnded = course.until.includes(state)
  }
  const isHeld = isFollowable(kind) && thread.state === 'closed'
  const isOver = (hasEnded && kind !== 'supplement') || (thread.final && !isHeld)
  const isAtRest = isOver || hasEnded || isFollowed(kind, request, thread.counterpart, view)
  return {
    kind,
    request: request.package,
    counterpart: thread.counterpart,
    evidence: from.evidence,
    begins: from.time,
    due: due.toISOString(),
    warnings: rule.warnHours
      .map((hours) => new Date(due.getTime() - hours * 3_600_000))
      .filter((at) => at > begins)
      .map((at) => at.toISOString())
      .sort(),
    state: isAtRest ? 'ended' : stopped === undefined ? 'running' : 'suspended',
    mayRunAgain: isAtRest && !isOver,
    source: rule.source,
  }
}

/** Nobody can acknowledge what they cannot have: counted from their D.1, as the relay does for K.1 and K.2. */
function showing(
  { time, evidence }: TimelineItem,
  { notBefore }: RequestView,
  { available, via }: Thread,
): Available {
  if (available !== null) return available
  return { time: via === null ? laterOf(time, notBefore) : time, evidence }
}

function ruleFor(
  kind: ClockKind,
  request: RequestView,
  thread: Thread,
  { rules, askedIn }: ClockContext,
): ClockRule | undefined {
  const asked = askedIn?.(request.package) ?? NOTHING
  return rules.find((one) => fits(one, kind, request, thread, asked))
}

function fits(
  rule: ClockRule,
  kind: ClockKind,
  { opening, urgency }: RequestView,
  { counterpart }: Thread,
  { instruments, assistance }: Asked,
): boolean {
  const kinds = rule.assistance
  return (
    rule.kind === kind &&
    (rule.templates?.includes(opening) ?? true) &&
    (rule.urgency?.includes(urgency) ?? true) &&
    (rule.counterpart === undefined || rule.counterpart === counterpart) &&
    (rule.instrument === undefined || instruments.includes(rule.instrument)) &&
    (kinds === undefined ||
      (assistance.length > 0 && assistance.every((one) => kinds.includes(one))))
  )
}
