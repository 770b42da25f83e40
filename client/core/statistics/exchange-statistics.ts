import type { AuthorityId } from '#crypto/fields/fields.js'
import { isOpening } from '../../case/acts.js'
import type { CheckedRecord } from '../proof/check-record.js'
import type { IndexEntry } from '../search/index-entry.js'

/** A package without content: what evidence says of it, and which template it was made by. */
export type CountedPackage = {
  readonly record: Pick<CheckedRecord, 'header' | 'evidence' | 'submitted'>
  readonly entry: Pick<IndexEntry, 'box' | 'template' | 'inReplyTo'> | undefined
}

export type Duration = {
  readonly count: number
  /** Seconds, null where there is none. */
  readonly median: number | null
  readonly longest: number | null
}

/** One line: what went one way between us and one counterpart, by template. */
export type ExchangeRow = {
  readonly direction: 'asked' | 'were asked'
  readonly counterpart: AuthorityId
  /** Without its version; `unknown` for what could not be opened. */
  readonly template: string
  readonly packages: number
  /** From the submission to the receipt of the recipient. */
  readonly received: Duration
  /** From the submission to the answer `registration`. */
  readonly registered: Duration
  /** From the submission to the answer `execution`. */
  readonly executed: Duration
  readonly refused: number
  readonly withdrawn: number
  /** Neither executed, refused, withdrawn, redirected nor closed, and not rejected by the recipient. */
  readonly open: number
}

/** What we asked of a counterpart and what it answered, and the other way round. */
export type Reciprocity = {
  readonly counterpart: AuthorityId
  readonly asked: number
  readonly theyAnswered: number
  readonly wereAsked: number
  readonly weAnswered: number
}

export type ExchangeStatistics = {
  readonly rows: readonly ExchangeRow[]
  readonly reciprocity: readonly Reciprocity[]
}

type Request = {
  readonly direction: ExchangeRow['direction']
  readonly counterpart: AuthorityId
  readonly template: string
  readonly received: number | undefined
  readonly registered: number | undefined
  readonly executed: number | undefined
  readonly isAnswered: boolean
  readonly isRefused: boolean
  readonly isWithdrawn: boolean
  readonly isEnded: boolean
}

/**
 * Counts what begins something: requests, information, soundings, and whatever else answers nothing. What
 * answers an answer belongs to the request all the same. A package to several recipients counts for each.
 * Times are those of evidence, by the relay's clock; answers count whenever they came.
 *
 * @param counts - whether a package belongs to the time that is asked for, by its submission.
 */
export function exchangeStatistics(
  packages: readonly CountedPackage[],
  counts: (submitted: string) => boolean,
): ExchangeStatistics {
  const named = new Map(packages.map((one) => [one.record.header.payload.package as string, one]))
  const answers = new Map<string, CountedPackage[]>()
  for (const one of packages) {
    const to = isBeginning(one) ? undefined : begunBy(one, named)
    if (to !== undefined) answers.set(to, [...(answers.get(to) ?? []), one])
  }
  const requests = packages
    .filter((one) => isBeginning(one) && counts(one.record.submitted))
    .flatMap((one) => requestsOf(one, answers.get(one.record.header.payload.package) ?? []))
  return {
    rows: groups(requests, ({ direction, counterpart, template }) =>
      [direction, counterpart, template].join(' '),
    ).map(rowOf),
    reciprocity: groups(requests, ({ counterpart }) => counterpart).map(reciprocityOf),
  }
}

const isBeginning = ({ entry }: CountedPackage): boolean =>
  !entry?.inReplyTo || isOpening(bare(entry.template))

/** No conversation about one request is longer; a circle, which nobody honest makes, ends there. */
const MOST_STEPS = 1000

/** What an answer is about in the end. */
function begunBy(
  answer: CountedPackage,
  named: ReadonlyMap<string, CountedPackage>,
): string | undefined {
  let one: CountedPackage | undefined = answer
  for (let step = 0; step < MOST_STEPS && one !== undefined; step += 1) {
    if (isBeginning(one)) return one.record.header.payload.package
    one = named.get(one.entry?.inReplyTo ?? '')
  }
  return undefined
}

const WITHDRAWN = ['withdrawal', 'stand-down']

function requestsOf(
  { record, entry }: CountedPackage,
  answers: readonly CountedPackage[],
): readonly Request[] {
  const { sender, recipients } = record.header.payload
  const isOurs = entry?.box === 'sent'
  // As a recipient we see our own part only.
  const others = isOurs ? recipients.map(({ authority }) => authority) : [sender]
  return others.map((counterpart) => {
    const answering = answers.filter((answer) =>
      isOurs ? answer.record.header.payload.sender === counterpart : answer.entry?.box === 'sent',
    )
    const took = (template: string) =>
      shortest(
        answering
          .filter((answer) => bare(answer.entry?.template) === template)
          .map((answer) => secondsBetween(record.submitted, answer.record.submitted)),
      )
    const receipts = record.evidence.filter(
      ({ payload: { code, recipient } }) =>
        code === 'C.3' && (!isOurs || recipient === counterpart),
    )
    const told = answers.filter((answer) => answer.record.header.payload.sender === sender)
    const isSaid = (some: readonly CountedPackage[], templates: readonly string[]) =>
      some.some((answer) => templates.includes(bare(answer.entry?.template)))
    const isRejected = record.evidence.some(
      ({ payload: { code, recipient } }) =>
        (code === 'C.4' || code === 'C.5') && (!isOurs || recipient === counterpart),
    )
    return {
      direction: isOurs ? 'asked' : 'were asked',
      counterpart,
      template: bare(entry?.template),
      received: shortest(
        receipts.map(({ payload }) => secondsBetween(record.submitted, payload.time)),
      ),
      registered: took('registration'),
      executed: took('execution'),
      isAnswered: answering.length > 0,
      isRefused: took('refusal') !== undefined,
      isWithdrawn: isSaid(told, WITHDRAWN),
      isEnded:
        isRejected || isSaid(answering, ['redirection', 'closure']) || isSaid(told, ['closure']),
    }
  })
}

const bare = (template: string | null | undefined): string => template?.split('@')[0] ?? 'unknown'
const secondsBetween = (from: string, to: string): number =>
  (new Date(to).getTime() - new Date(from).getTime()) / 1000
const shortest = (times: readonly number[]): number | undefined =>
  times.length === 0 ? undefined : Math.min(...times)

function groups<T>(all: readonly T[], nameOf: (one: T) => string): readonly (readonly T[])[] {
  const byName = new Map<string, T[]>()
  for (const one of all) byName.set(nameOf(one), [...(byName.get(nameOf(one)) ?? []), one])
  return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
}

function rowOf(group: readonly Request[]): ExchangeRow {
  const [first] = group
  if (first === undefined) throw new TypeError('a group has a member')
  const isOpen = ({ executed, isRefused, isWithdrawn, isEnded }: Request) =>
    executed === undefined && !isRefused && !isWithdrawn && !isEnded
  return {
    direction: first.direction,
    counterpart: first.counterpart,
    template: first.template,
    packages: group.length,
    received: durationOf(group.map(({ received }) => received)),
    registered: durationOf(group.map(({ registered }) => registered)),
    executed: durationOf(group.map(({ executed }) => executed)),
    refused: group.filter(({ isRefused }) => isRefused).length,
    withdrawn: group.filter(({ isWithdrawn }) => isWithdrawn).length,
    open: group.filter(isOpen).length,
  }
}

function reciprocityOf(group: readonly Request[]): Reciprocity {
  const [first] = group
  if (first === undefined) throw new TypeError('a group has a member')
  const asked = group.filter(({ direction }) => direction === 'asked')
  const wereAsked = group.filter(({ direction }) => direction === 'were asked')
  const answered = (some: readonly Request[]) => some.filter(({ isAnswered }) => isAnswered).length
  return {
    counterpart: first.counterpart,
    asked: asked.length,
    theyAnswered: answered(asked),
    wereAsked: wereAsked.length,
    weAnswered: answered(wereAsked),
  }
}

function durationOf(times: readonly (number | undefined)[]): Duration {
  const known = times.filter((time) => time !== undefined).sort((a, b) => a - b)
  const middle = known.slice(Math.floor((known.length - 1) / 2), Math.floor(known.length / 2) + 1)
  return {
    count: known.length,
    median: known.length === 0 ? null : middle.reduce((sum, time) => sum + time, 0) / middle.length,
    longest: known.at(-1) ?? null,
  }
}
