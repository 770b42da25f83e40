import { io } from 'socket.io-client'
import { Problem } from '#server/contract/problems.js'
import { serverEvents, SOCKET_PATH } from '#server/contract/socket-events.js'
import type { FeedListener, Subscription } from '../core/ports.js'
import { ClientError } from '../core/client-error.js'
import { RelayProblem } from '../core/relay-problem.js'
import type { Access } from './access.js'
import { askedPatience } from './asked-patience.js'
import { inTurn } from './in-turn.js'
import type { Line } from './line.js'
import { passOverUnknown } from './pass-over-unknown.js'
import { recentDigests } from './recent-digests.js'

const FIRST_DELAY_MS = 250
const LONGEST_DELAY_MS = 10_000
/** Whoever listens has nobody to tell that it will take longer, so it looks in between. */
const LONGEST_PATIENCE_MS = 300_000
/** How long the relay has to confirm that it heard a notice was seen, and how often it is told again. */
const ACKNOWLEDGE_MS = 10_000
const TELL_AGAIN = 5

/**
 * Listens to the authority's events. After a loss of connection the relay replays from the last leaf
 * index seen, so nothing is missed; an event that comes twice in a short while is passed on once.
 *
 * Coming back is done here and not by socket.io: each handshake needs a token that lasts and a proof
 * of its own, and a refusal that will not pass (a revoked key) ends it, told by `onEnd`.
 */
export function listenToSocket(
  origin: string,
  access: Access,
  position: number,
  listener: FeedListener,
  line?: Line,
): Subscription {
  let after = position
  let failures = 0
  let closed = false
  let timer: NodeJS.Timeout | undefined
  const isNew = recentDigests()
  const socket = io(origin, {
    path: SOCKET_PATH,
    transports: ['websocket'],
    autoConnect: false,
    reconnection: false,
    forceNew: true,
    retries: TELL_AGAIN,
    ackTimeout: ACKNOWLEDGE_MS,
    // Its types know no agent of https.
    ...(line && { agent: line.agent as unknown as string }),
  })

  function close(): void {
    closed = true
    clearTimeout(timer)
    socket.close()
  }
  function end(error: unknown): void {
    if (closed) return
    close()
    listener.onEnd(error)
  }

  async function connect(): Promise<void> {
    try {
      const token = await access.token()
      const proof = await access.proof('GET', origin + SOCKET_PATH, token)
      socket.auth = { token, proof, after }
      if (!isOver()) socket.connect()
    } catch (error) {
      comeBack(error)
    }
  }
  // Read anew after each await: somebody may have closed meanwhile.
  const isOver = (): boolean => closed

  function comeBack(error?: unknown): void {
    if (isOver()) return
    if (isFinal(error)) {
      end(error)
      return
    }
    const ceiling = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** failures)
    failures += 1
    // A log-in that was refused for now says when to come back.
    const asked = Math.min(LONGEST_PATIENCE_MS, askedPatience(error))
    clearTimeout(timer)
    timer = setTimeout(() => void connect(), asked + ceiling * (0.5 + Math.random() / 2))
  }

  const take = inTurn(async (raw: unknown) => {
    const event = passOverUnknown(serverEvents.event, raw)
    if (event === undefined) throw unreadable()
    const { digest, index } = event.evidence
    if (index !== null) after = Math.max(after, index)
    if (isOver() || !isNew(digest)) return
    if (await listener.onEvent(event)) socket.emit('notified', { digest })
  }, end)

  socket.on('event', take)
  socket.on('draft', (raw: unknown) => {
    // Only a hint to look again: one that cannot be read is none.
    const notice = passOverUnknown(serverEvents.draft, raw)
    if (notice !== undefined && !isOver()) listener.onDraft?.(notice)
  })
  socket.on('assignment', (raw: unknown) => {
    const notice = passOverUnknown(serverEvents.assignment, raw)
    if (notice !== undefined && !isOver()) listener.onAssignment?.(notice)
  })
  socket.on('notice', (raw: unknown) => {
    // Of a kind that a newer relay knows: it is kept there, and no reason to hear nothing more.
    const notice = passOverUnknown(serverEvents.notice, raw)
    if (notice !== undefined && !isOver()) listener.onNotice?.(notice)
  })
  socket.on('connect', () => {
    failures = 0
    listener.onConnection?.('connected')
  })
  socket.on('disconnect', () => {
    if (isOver()) return
    listener.onConnection?.('lost')
    comeBack()
  })
  socket.on('connect_error', (error) => {
    const problem = Problem.safeParse('data' in error ? error.data : undefined)
    // Whatever was refused, the next handshake is made of new things.
    if (problem.success) access.forget()
    comeBack(problem.success ? new RelayProblem(problem.data) : undefined)
  })
  void connect()
  return { close }
}

/** Refusals that a new token and a new proof may mend, or time. */
const PASSING = ['token-expired', 'proof-stale', 'proof-replayed', 'unavailable', 'storage-full']

const isFinal = (error: unknown): boolean =>
  error instanceof RelayProblem
    ? error.status < 500 && error.status !== 429 && !PASSING.includes(error.code)
    : error instanceof ClientError && error.code !== 'relay-unreachable'

const unreadable = () =>
  new ClientError(
    'relay-answer',
    'the relay sent an event that is not what the contract promises',
    'Check that client and relay are of compatible versions.',
  )
