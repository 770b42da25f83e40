import { CalendarDay } from '#crypto/directory/office-hours.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { type ActId, actIds, type CaseKind, type CaseState, FINAL, type OpeningId } from './acts.js'
import type {
  Available,
  CaseEvidence,
  CasePackage,
  Illegality,
  RequestView,
  Thread,
  TimelineItem,
} from './case-view.js'
import { judgeAct, pathOf, type Position } from './judge-act.js'
import { unreadBetween } from './unread-between.js'

/** A request while its history is read. */
export type OpenRequest = {
  readonly opened: CasePackage
  readonly kind: CaseKind
  readonly requesting: AuthorityId
  readonly threads: Map<AuthorityId, Reading>
  readonly follows: OpenRequest | undefined
  isParty(authority: AuthorityId): boolean
  /** The request is available to a recipient. */
  showTo(recipient: AuthorityId, evidence: CaseEvidence): void
  /** A receipt, a rejection or an expiry of the request itself. */
  receive(evidence: CaseEvidence, recipient: AuthorityId): void
  /**
   * Applies an act where it is legal. @returns for which counterparts it counts; why it does not, if it does
   * for none.
   */
  act(
    act: ActId,
    pkg: CasePackage,
    evidence: CaseEvidence,
    cause: Cause,
  ): Refused | { readonly counts: readonly AuthorityId[] }
}

/**
 * What a package refers to. It counts only with counterparts for which this counts, too: nobody else has it,
 * so what refers to it would be about nothing there, and the two sides would not agree.
 */
export type Cause = {
  readonly request: OpenRequest
  readonly to: ReadonlySet<AuthorityId>
  /** What an extension in answer to it is about. */
  readonly subject: string | null
}

/** Why an act does not count, and how the request stood then. */
export type Refused = { readonly code: Illegality; readonly state: CaseState | null }

type Reading = Position & {
  readonly via: AuthorityId | null
  readonly available: Available | null
  readonly timeline: readonly TimelineItem[]
}

const RECEIVED: Readonly<Record<string, readonly [TimelineItem['what'], CaseState]>> = {
  'C.3': ['receipt', 'acknowledged'],
  'C.4': ['rejection', 'rejected'],
  'C.5': ['expiry', 'expired'],
}

/** Begins a request with its submission. */
export function openRequest(
  opened: CasePackage,
  kind: CaseKind,
  submitted: CaseEvidence,
  cause: Cause | undefined,
): OpenRequest {
  const requesting = opened.manifest.sender
  const threads = new Map<AuthorityId, Reading>()
  const begin = (counterpart: AuthorityId, via: AuthorityId | null, item: TimelineItem) => {
    threads.set(counterpart, {
      kind,
      requesting,
      counterpart,
      via,
      isPassedOn: via !== null,
      state: 'submitted',
      begun: null,
      available: null,
      timeline: [item],
    })
  }
  const what = opened.manifest.template.id as OpeningId
  for (const { authority } of opened.manifest.recipients) {
    if (cause?.to.has(authority) === false) continue
    if (cause && unreadBetween(requesting, authority, cause) !== undefined) continue
    begin(authority, null, itemOf(what, opened, submitted, 'submitted'))
  }

  function move(thread: Reading, states: readonly CaseState[], item: Item): void {
    const path = states.length === 0 ? [null] : states
    const last = states.at(-1)
    const isBegun = last === 'in-execution' || last === 'partially-executed'
    threads.set(thread.counterpart, {
      ...thread,
      state: last ?? thread.state,
      begun: isBegun ? last : thread.begun,
      timeline: [...thread.timeline, ...path.map((state) => ({ ...item, state }))],
    })
  }

  const act: OpenRequest['act'] = (id, pkg, evidence, cause) => {
    const { sender, recipients, form } = pkg.manifest
    const reaches = (authority: AuthorityId) =>
      recipients.some((one) => one.authority === authority)
    const reached = [...threads.values()].filter(({ counterpart }) =>
      sender === requesting ? reaches(counterpart) : sender === counterpart && reaches(requesting),
    )
    const concerned = reached.filter(({ counterpart }) => cause.to.has(counterpart))
    const noes: Refused[] = []
    const counts: AuthorityId[] = []
    for (const thread of concerned) {
      const code = judgeAct(id, sender, thread)
      if (code === undefined) {
        const item = { ...itemOf(id, pkg, evidence, null), subject: subjectOf(pkg, cause) }
        move(thread, pathOf(id, form, thread), item)
        counts.push(thread.counterpart)
      } else noes.push({ code, state: concerned.length > 1 ? null : thread.state })
    }
    if (counts.length === 0) {
      return (
        noes[0] ?? { code: reached.length === 0 ? 'not-a-party' : 'no-such-request', state: null }
      )
    }
    return { counts: id === 'redirection' ? [...counts, ...passOn(pkg, evidence)] : counts }
  }

  /** The authority to which a request is redirected answers in its own right. */
  function passOn(pkg: CasePackage, evidence: CaseEvidence): readonly AuthorityId[] {
    const to = AuthorityId.safeParse(pkg.manifest.form['authority']).data
    if (to === undefined || to === requesting || threads.has(to)) return []
    begin(to, pkg.manifest.sender, itemOf('redirection', pkg, evidence, 'submitted'))
    return [to]
  }

  return {
    opened,
    kind,
    requesting,
    threads,
    follows: cause?.request,
    isParty: (authority) => authority === requesting || threads.has(authority),
    showTo(recipient, { time, digest }) {
      const thread = threads.get(recipient)
      if (thread === undefined || thread.isPassedOn || thread.available !== null) return
      threads.set(recipient, { ...thread, available: { time, evidence: digest } })
    },
    receive(evidence, recipient) {
      const thread = threads.get(recipient)
      const received = RECEIVED[evidence.code]
      // What came after an expiry changes nothing that is final; neither does a second receipt.
      if (thread?.state !== 'submitted' || received === undefined) return
      // Nobody signs a receipt for what the relay never showed them.
      if (thread.isPassedOn) return
      const [happened, state] = received
      const item = { ...itemOf(happened, opened, evidence, state), by: recipient, officer: null }
      move(thread, [state], item)
    },
    act,
  }
}

type Item = Omit<TimelineItem, 'state'>

function itemOf(
  what: TimelineItem['what'],
  { manifest, officer }: CasePackage,
  { time, digest, index }: CaseEvidence,
  state: CaseState | null,
): TimelineItem {
  return {
    what,
    by: manifest.sender,
    officer,
    package: manifest.package,
    state,
    grounds: groundsOf(manifest.form),
    until: what === 'extension' ? extendedUntil(manifest.form) : null,
    subject: null,
    time,
    evidence: digest,
    index,
  }
}

/** What an extension, or a request for one, is about: an extension itself does not say, what it answers may. */
export function subjectOf(
  { manifest: { template, form } }: CasePackage,
  { subject }: Cause,
): string | null {
  if (template.id === 'extension') return subject
  const asked = template.id === 'extension-request' ? form['subject'] : null
  return typeof asked === 'string' ? asked : null
}

/** Coded grounds of a refusal or postponement, as their templates name them. */
function groundsOf({ grounds, ground }: Readonly<Record<string, unknown>>): readonly string[] {
  return [grounds, ground].flat().filter((one): one is string => typeof one === 'string')
}

function extendedUntil({ granted, until }: Readonly<Record<string, unknown>>): string | null {
  return granted === true ? (CalendarDay.safeParse(until).data ?? null) : null
}

/** What of a request is shown. */
export function viewRequest(request: OpenRequest, viewer: AuthorityId | undefined): RequestView {
  const { opened, kind, threads, follows } = request
  const { package: id, sender, template } = opened.manifest
  const isWhole = viewer === undefined || viewer === sender || !threads.has(viewer)
  return {
    package: id,
    header: opened.header,
    kind,
    opening: template.id as OpeningId,
    requesting: sender,
    urgency: opened.urgency,
    notBefore: opened.notBefore,
    follows: follows?.opened.manifest.package ?? null,
    threads: [...threads.values()]
      .filter(({ counterpart }) => isWhole || counterpart === viewer)
      .sort((a, b) => (a.counterpart < b.counterpart ? -1 : 1))
      .map(viewThread),
  }
}

function viewThread(thread: Reading): Thread {
  const { counterpart, requesting, via, state, available, timeline } = thread
  const open = (by: AuthorityId) => actIds.filter((act) => judgeAct(act, by, thread) === undefined)
  return {
    counterpart,
    via,
    state,
    available,
    timeline,
    final: FINAL.includes(state),
    next: { requesting: open(requesting), requested: open(counterpart) },
  }
}
