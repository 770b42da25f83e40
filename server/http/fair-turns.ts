import { Refusal } from '../domain/errors.js'

export type TurnLimits = {
  /** So many are at work at once, and of one authority's. */
  readonly atOnce: number
  readonly ofOne: number
  /** So many wait, and of one authority's. */
  readonly waiting: number
  readonly waitingOfOne: number
}
/**
 * Resolves when it is this authority's turn, to what ends the turn.
 *
 * @throws {@link Refusal} `too-many-requests` where the authority itself has too much under way, `unavailable`
 *   where all have.
 */
export type TakeTurn = (authority: string) => Promise<() => void>

/** Bodies of submissions have up to three mebibytes: this bounds what is held of them. */
const LIMITS: TurnLimits = { atOnce: 128, ofOne: 64, waiting: 1024, waitingOfOne: 256 }

type Line = { atWork: number; readonly waiting: (() => void)[] }

/**
 * Fair shares: an authority that sends much waits for itself. Whoever waits is served in turn, one
 * authority after the other, whatever the length of their queues.
 */
export function fairTurns(limits: TurnLimits = LIMITS): TakeTurn {
  /** In the order in which they are served next. */
  const lines = new Map<string, Line>()
  let atWork = 0
  let waiting = 0

  function begin(authority: string, line: Line): () => void {
    atWork += 1
    line.atWork += 1
    let isOver = false
    return () => {
      if (isOver) return
      isOver = true
      atWork -= 1
      line.atWork -= 1
      if (line.atWork === 0 && line.waiting.length === 0) lines.delete(authority)
      serveNext()
    }
  }

  function serveNext(): void {
    for (const [authority, line] of lines) {
      if (atWork >= limits.atOnce) return
      if (line.atWork >= limits.ofOne) continue
      const next = line.waiting.shift()
      if (next === undefined) continue
      // To the end: all others come before its next one.
      lines.delete(authority)
      lines.set(authority, line)
      next()
      return
    }
  }

  return (authority) => {
    const line = lines.get(authority) ?? { atWork: 0, waiting: [] }
    if (atWork < limits.atOnce && line.atWork < limits.ofOne) {
      lines.set(authority, line)
      return Promise.resolve(begin(authority, line))
    }
    if (line.waiting.length >= limits.waitingOfOne) {
      return Promise.reject(
        new Refusal('too-many-requests', 'too much of this authority is under way'),
      )
    }
    if (waiting >= limits.waiting) {
      return Promise.reject(new Refusal('unavailable', 'the relay has too much to do'))
    }
    lines.set(authority, line)
    waiting += 1
    return new Promise((resolve) => {
      line.waiting.push(() => {
        waiting -= 1
        resolve(begin(authority, line))
      })
    })
  }
}
