import type { PackageEventCode } from '../evidence/event.js'
import type { AuthorityId } from '../fields/fields.js'
import type { Header } from '../package/header.js'
import type { RetentionClass } from './retention-schedule.js'

type Event = {
  readonly code: PackageEventCode
  readonly recipient: AuthorityId | null
  readonly time: string
}
const OUTCOMES: readonly PackageEventCode[] = ['C.3', 'C.4', 'C.5']

/**
 * Of which class a package is, and since when its time runs: what its evidence says of it.
 *
 * @returns undefined for a package that was not taken in: without evidence, or rejected.
 */
export function retentionOf(
  { urgency, notBefore, recipients }: Pick<Header, 'urgency' | 'notBefore' | 'recipients'>,
  chain: readonly Event[],
): { readonly class: RetentionClass; readonly since: Date } | undefined {
  const [first] = chain
  if (first?.code !== 'A.1') return undefined
  const outcomes = recipients.map(({ authority }) =>
    chain.find(({ code, recipient }) => recipient === authority && OUTCOMES.includes(code)),
  )
  const decided = outcomes.filter((outcome) => outcome !== undefined)
  const lacksOne = decided.length < outcomes.length
  const times = lacksOne ? [first.time, notBefore ?? first.time] : decided.map(({ time }) => time)
  // One spelling of a time: the order of the texts is the order of the times.
  const since = new Date(times.toSorted().at(-1) ?? first.time)
  return { class: lacksOne ? 'undecided' : urgency, since }
}
