import { ClientError } from '../client-error.js'

export type PlannedTurn = {
  readonly acceptBy: Date
  readonly due: Date
  readonly reminders: readonly Date[]
}

/** A quarter of the time to take it on; a reminder after three quarters. */
const ACCEPT = 1 / 4
const REMIND = 3 / 4

/**
 * The moments of each turn of a rotation. Of what is not named: each turn is as long as the first,
 * is to be accepted in a quarter of its time, and reminded of after three quarters.
 *
 * @param due - of each turn in order, or of the first alone.
 * @param acceptBy - of each turn in order, or none at all.
 * @param remind - moments, each of the turn in whose time it is; none at all for the usual ones.
 * @throws ClientError `usage` for moments that make no turns
 */
export function planTurns(
  count: number,
  now: Date,
  {
    due,
    acceptBy = [],
    remind = [],
  }: {
    readonly due: readonly Date[]
    readonly acceptBy?: readonly Date[]
    readonly remind?: readonly Date[]
  },
): readonly PlannedTurn[] {
  const [first] = due
  const length = (first?.getTime() ?? 0) - now.getTime()
  if (length <= 0) throw usage('a translation is due later than now')
  if (due.length !== 1 && due.length !== count) {
    throw usage(`there are ${count} turns and ${due.length} times at which they are due`)
  }
  if (acceptBy.length !== 0 && acceptBy.length !== count) {
    throw usage(`there are ${count} turns and ${acceptBy.length} times to accept by`)
  }
  const turns: PlannedTurn[] = []
  for (let n = 0; n < count; n++) {
    const begin = turns.at(-1)?.due ?? now
    const end = due[n] ?? new Date(begin.getTime() + length)
    const at = (share: number) =>
      new Date(begin.getTime() + (end.getTime() - begin.getTime()) * share)
    const accept = acceptBy[n] ?? at(ACCEPT)
    if (end <= begin || accept <= begin || accept >= end) {
      throw usage('each turn is accepted, then due, then the next one begins')
    }
    const own = remind.filter((moment) => moment > begin && moment < end)
    const reminders = remind.length === 0 ? [at(REMIND)] : own.toSorted((a, b) => +a - +b)
    turns.push({ acceptBy: accept, due: end, reminders })
  }
  return turns
}

const usage = (message: string) =>
  new ClientError(
    'usage',
    message,
    'Give one --due for the first translator, or one for each, in their order.',
  )
