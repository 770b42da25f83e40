import type { IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http'
import { Server, type Socket } from 'socket.io'
import type { Problem } from '../contract/problems.js'
import { permissions } from '../contract/permissions.js'
import {
  personalRoomOf,
  RESUME,
  roomOf,
  SESSION_ENDED,
  SOCKET_PATH,
} from '../contract/socket-events.js'
import type { AssignmentNotice } from '../contract/assignment-wire.js'
import type { DraftNotice } from '../contract/draft-wire.js'
import type { Notice } from '../contract/notice.js'
import type { FeedEvent } from '../contract/wire.js'
import type { AuthoriseRequest } from '../domain/access/authorise-request.js'
import type { ConfirmNotice } from '../domain/packages/confirm-notice.js'
import { hasRole } from '../domain/access/require-permission.js'
import type { JudgeStanding } from '../domain/access/judge-standing.js'
import type { Clock } from '../domain/ports.js'
import type { KnownSessions } from '../domain/sessions/known-sessions.js'
import type { ReadFeed } from '../domain/evidence/read-feed.js'
import type { Logger } from '../observability/logger.js'
import { type Admission, admit } from './admit.js'
import { confirmNotices } from './confirm-notices.js'
import { expelRevoked } from './expel-revoked.js'
import { officerSockets } from './officer-sockets.js'
import { oneAndOneMore } from './one-and-one-more.js'
import { type OutgoingQueue, outgoingQueue } from './outgoing-queue.js'
import { byStream, giveBack, type Left } from './recovery.js'
import { replayFeed } from './replay-feed.js'
import type { StreamRedis } from './stream-connection.js'

export type SocketParts = {
  readonly authoriseRequest: AuthoriseRequest
  readonly readFeed: ReadFeed
  readonly confirmNotice: ConfirmNotice
  readonly judgeStanding: JudgeStanding
  /** Told of sessions that another process, or this one, has ended. */
  readonly knownSessions: Pick<KnownSessions, 'end'>
  /** How often the standing of everybody connected is judged, in milliseconds. */
  readonly standingMs?: number
  readonly clock: Clock
  readonly log: Logger
  readonly origin: string
  /** Adds to every answer what a browser is told about it: such an answer is nobody else's. */
  readonly headers: (
    request: IncomingMessage,
    answer: ServerResponse,
    next: (error?: unknown) => void,
  ) => void
  /** What a client is told of an error. */
  readonly explain: (error: unknown) => Problem
  /** Through which the relay processes hear each other; without, this one is alone. */
  readonly redis?: StreamRedis & { readonly stream: string }
}

export type SocketServer = {
  /** Replays to every client here what it may have missed, as after Redis was away. */
  resume(): Promise<void>
  /** How many clients are connected to this process. */
  open(): number
  close(): Promise<void>
}

type ServerToClient = {
  event: (event: FeedEvent) => void
  draft: (notice: DraftNotice) => void
  assignment: (notice: AssignmentNotice) => void
  notice: (notice: Notice) => void
}
type BetweenRelays = { [RESUME]: () => void; [SESSION_ENDED]: (id: unknown) => void }
type ClientToServer = { notified: (message: unknown, acknowledge: unknown) => void }
type Data = {
  admission: Admission
  position: number | undefined
  queue: OutgoingQueue
  /** Of a connection that broke before this one, if its client says so. */
  left?: Left
}
type Client = Socket<ClientToServer, ServerToClient, BetweenRelays, Data>

/** Bounds that strangers meet before they are let in. */
const CONNECT_MS = 10_000
const MESSAGE_BYTES = 16 * 1024
const LANES = 16
/** With what the domain may know from before, somebody revoked is out within ten seconds. */
const STANDING_MS = 5_000

/**
 * Live events over WebSocket: a room for each authority, what was missed replayed on connecting, the
 * connection closed when its token ends. The feed is what counts; this only makes it quick.
 */
export function createSocketServer(http: HttpServer, parts: SocketParts): SocketServer {
  const { authoriseRequest, readFeed, clock, log, origin, redis } = parts
  const io = new Server<ClientToServer, ServerToClient, BetweenRelays, Data>(http, {
    path: SOCKET_PATH,
    transports: ['websocket'],
    allowUpgrades: false,
    serveClient: false,
    connectTimeout: CONNECT_MS,
    maxHttpBufferSize: MESSAGE_BYTES,
    // Browsers name the page that connects, which is ours or nobody's business; others name none.
    allowRequest: ({ headers }, decide) => {
      const isOurs = headers.origin === undefined || headers.origin === origin
      // Said, since a proxy that serves the client under another name than RELAY_ORIGIN shows nowhere else.
      if (!isOurs) log.info('socket.refused', { code: 'other-origin' })
      decide(null, isOurs)
    },
    perMessageDeflate: false,
    httpCompression: false,
    ...(redis && byStream(redis)),
  })
  io.engine.use(parts.headers)
  const officers = officerSockets<Client>()
  const { judgeStanding, standingMs = STANDING_MS } = parts
  const stopExpelling = expelRevoked({
    connected: officers.all,
    judgeStanding,
    everyMs: standingMs,
    log,
  })

  io.use((socket, next) => {
    admit(authoriseRequest, origin, socket).then(
      (admission) => {
        socket.data.admission = admission
        // The token has served; what stays in memory for hours should not hold it.
        socket.handshake.auth = {}
        next()
      },
      (error: unknown) => {
        const problem = parts.explain(error)
        log.info('socket.refused', { code: problem.code ?? '-' })
        next(Object.assign(new Error(problem.title), { data: problem }))
      },
    )
  })

  io.on('connection', (socket) => {
    const { caller, expires, after } = socket.data.admission
    const { authority, kid } = caller
    log.info('socket.opened', { authority, kid })
    officers.add(kid, socket)
    // In the room first: what happens during the replay comes twice rather than not at all.
    const isMember = hasRole(caller.roles, permissions.listen)
    const rooms = [personalRoomOf(kid), ...(isMember ? [roomOf(authority)] : [])]
    void socket.join(rooms)
    socket.data.queue = outgoingQueue(socket, () => socket.disconnect(true))
    giveBack(socket.data, rooms, (hint, what) => to(socket).emit(hint, what))
    delete socket.data.left
    // A translator has no feed: what happens to the authority's packages is not theirs to know.
    socket.data.position = isMember ? after : undefined
    if (isMember) socket.on('notified', confirmNotices(caller, parts))
    const end = setTimeout(() => socket.disconnect(true), expires.getTime() - clock.now().getTime())
    socket.on('disconnect', (reason) => {
      clearTimeout(end)
      officers.remove(kid, socket)
      log.info('socket.closed', { authority, kid, reason: reason.replaceAll(' ', '-') })
    })
    void replay(socket)
  })

  /** A socket's own `emit` would go by the stream, through every process. */
  const to = (socket: Client) => io.local.to(socket.id)

  async function replay(socket: Client): Promise<void> {
    const { admission, position, queue } = socket.data
    // It did not ask for what was: it reads the feed itself.
    if (position === undefined) return
    const emit = (event: FeedEvent) => to(socket).emit('event', event)
    try {
      socket.data.position = await replayFeed(readFeed, admission.caller, position, { emit, queue })
    } catch (error) {
      log.error('socket.fault', { authority: admission.caller.authority }, error)
      socket.disconnect(true)
    }
  }

  const resume = oneAndOneMore(async () => {
    const sockets = io.of('/').sockets.values()
    // Several at a time from one iterator, so that one slow client does not hold up all.
    const lane = async () => {
      for (const socket of sockets) await replay(socket)
    }
    await Promise.all(Array.from({ length: LANES }, lane))
  })
  // A process whose announcements were lost asks all that hold sockets.
  io.on(RESUME, () => void resume())
  io.on(SESSION_ENDED, (id) => {
    if (typeof id !== 'string') return
    parts.knownSessions.end(id)
    for (const socket of officers.all().flat()) {
      if (socket.data.admission.session === id) socket.disconnect(true)
    }
  })

  return {
    resume,
    open: () => io.of('/').sockets.size,
    async close() {
      stopExpelling()
      io.local.disconnectSockets(true)
      io.engine.close()
      await io.of('/').adapter.close()
    },
  }
}
