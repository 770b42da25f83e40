import { setTimeout as sleep } from 'node:timers/promises'
import type { Redis } from 'ioredis'

/** Before a question that failed is asked again. */
const PAUSE_MS = 250
const BEGINNING = '0-0'
/** What the adapter asks from before it has read anything: whatever is new while it waits. */
const NEW = '$'

export type StreamRedis = {
  /** Fails at once while Redis is away. */
  readonly commands: Redis
  /** Waits for Redis however long it is away; used for nothing else. */
  readonly reader: Redis
}

type Question = [...words: unknown[], stream: string, after: string]
/** Of the one stream that is asked for; null when nothing came in time. */
type Answer = [stream: string, entries: [id: string, fields: string[]][]][] | null

/**
 * What Socket.IO's adapter over streams (0.3) is given as its connection. By itself it would ask a Redis that is away without
 * a pause, miss what is announced between its first questions, read an entry that it cannot take for ever, hear nothing of
 * a Redis that came back empty with a clock that is behind, and end the process when a session cannot be kept.
 *
 * It would also listen to a channel, for questions between servers: nobody asks any here.
 */
export function streamConnection({ commands, reader }: StreamRedis): object {
  const read = reader.xread.bind(reader) as (...words: unknown[]) => Promise<Answer>
  /** Instead of one position that the adapter names, another. */
  let instead: { of: string; by: string } | undefined
  let isFresh = true
  reader.on('ready', () => (isFresh = true))

  async function position(stream: string, after: string): Promise<string> {
    if (isFresh) {
      const [entry] = await reader.xrevrange(stream, '+', '-', 'COUNT', 1)
      const newest = entry?.[0] ?? BEGINNING
      isFresh = false
      const by = readOn(after)
      if (by === NEW) instead = { of: after, by: newest }
      else if (isBefore(newest, by)) instead = { of: after, by: BEGINNING }
    }
    return readOn(after)
  }
  const readOn = (after: string): string => (instead?.of === after ? instead.by : after)

  const reading = {
    options: {},
    on: () => undefined,
    subscribe: () => undefined,
    disconnect: () => undefined,
    async xread(...question: Question): Promise<Answer> {
      const [stream, after] = question.slice(-2) as [string, string]
      try {
        const answer = await read(...question.slice(0, -1), await position(stream, after))
        const first = answer?.[0]?.[1][0]
        // If it asks from there again, it could not take the first.
        if (first) instead = { of: after, by: first[0] }
        return answer
      } catch (error) {
        await sleep(PAUSE_MS)
        throw error
      }
    },
  }
  return {
    options: {},
    duplicate: () => reading,
    xadd: commands.xadd.bind(commands),
    xrange: commands.xrange.bind(commands),
    multi: commands.multi.bind(commands),
    set: (...words: [string, string]) => commands.set(...words).catch(() => undefined),
  }
}

/** Of two ids of entries, milliseconds and a number: is the first before the second? */
function isBefore(one: string, other: string): boolean {
  const [[ms = 0, nth = 0], [otherMs = 0, otherNth = 0]] = [one, other].map((id) =>
    id.split('-').map(Number),
  ) as [number[], number[]]
  return ms < otherMs || (ms === otherMs && nth < otherNth)
}
