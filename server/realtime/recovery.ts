import { createAdapter } from '@socket.io/redis-streams-adapter'
import type { Namespace } from 'socket.io'
import type { ClusterAdapter } from 'socket.io-adapter'
import { type StreamRedis, streamConnection } from './stream-connection.js'

/** For how long a client whose line broke may ask for what it missed. */
const AWAY_MS = 120_000
/** So many announcements, to whomever, are looked through for one client; whoever missed more reads the lists anew, as all do. */
const MOST_MISSED = 100
/** As Socket.IO makes them: 15 octets in Base64url. */
const SESSION_ID = /^[\w-]{20}$/

/** What is known of a connection that broke, before anybody has shown that it was theirs. */
export type Left = {
  readonly rooms: readonly string[]
  /** Announced to these rooms since: the event's name and what it said, the entry's id last. */
  readonly missed: readonly (readonly unknown[])[]
}

/** Options of a server that hears the others, and remembers broken connections, by a stream in Redis. */
export const byStream = (redis: StreamRedis & { readonly stream: string }) => ({
  adapter: restoringNothing(redis),
  // A token and a proof are judged as always: that somebody was let in before is no reason.
  connectionStateRecovery: { maxDisconnectionDuration: AWAY_MS, skipMiddlewares: false },
})

/**
 * The adapter over streams, but that a restored connection has no rooms and is sent nothing: Socket.IO would join and send
 * before anybody is asked who they are. What was missed waits in `data.left` for {@link giveBack}. Of what is kept of
 * the connection only its rooms are, no token and no name.
 */
function restoringNothing(redis: StreamRedis & { readonly stream: string }) {
  const { commands, stream } = redis
  const sessionKeyPrefix = `${stream}:left:`
  const options = { streamName: stream, sessionKeyPrefix }
  const create = createAdapter(streamConnection(redis), options) as (
    namespace: Namespace,
  ) => ClusterAdapter
  // Socket.IO calls it by `new`.
  return function adapter(namespace: Namespace): ClusterAdapter {
    const made = create(namespace)
    const persist = made.persistSession.bind(made)
    const restore = made.restoreSession.bind(made)
    made.persistSession = (session) => {
      persist({ ...session, data: {} })
    }
    made.restoreSession = async (pid, offset) => {
      const isKnown = SESSION_ID.test(pid) && (await commands.exists(sessionKeyPrefix + pid)) === 1
      // Nobody has said yet who they are: what they make up costs no more than this.
      if (!isKnown) throw new Error('no such connection')
      // Socket.IO would look through all that is kept: for everybody at once, when a relay comes back.
      const since = await commands.xrange(stream, offset, '+', 'COUNT', MOST_MISSED + 2)
      if (since.length > MOST_MISSED + 1) throw new Error('too much was announced since')
      const session = await restore(pid, offset)
      const left: Left = {
        rooms: session.rooms.filter((room) => room !== session.sid),
        missed: session.missedPackets,
      }
      return { ...session, rooms: [], missedPackets: [], data: { left } }
    }
    return made
  }
}

/** Hints are given back; evidence is not, since the feed is replayed, which forgets none. */
const HINTS = ['draft', 'assignment', 'notice'] as const
type Hint = (typeof HINTS)[number]

/**
 * Tells whoever is due them now, in the same rooms as then, the hints that came while the line was broken.
 *
 * @param rooms - in which the client is now.
 */
export function giveBack(
  { left }: { readonly left?: Left },
  rooms: readonly string[],
  tell: (hint: Hint, what: never) => void,
): void {
  if (left === undefined) return
  const isSame =
    left.rooms.length === rooms.length && rooms.every((room) => left.rooms.includes(room))
  if (!isSame) return
  for (const [name, what] of left.missed) {
    const hint = HINTS.find((one) => one === name)
    if (hint) tell(hint, what as never)
  }
}
