import { once } from 'node:events'
import type { Socket } from 'node:net'
import { frameReply, readCommand } from './wire-commands.js'
import { wireMessages } from './wire-messages.js'

/** The engine: takes a whole message, answers a whole document. */
export interface RoundTripEngine {
  roundTrip(message: Buffer): Promise<{
    readonly requestId: number
    readonly moreToCome: boolean
    readonly legacy: boolean
    readonly response: Buffer
  }>
}

/** These crash the embedded engine; none of ours needs a session, so they succeed without effect. */
const SESSION_COMMANDS = new Set([
  'startSession',
  'endSessions',
  'refreshSessions',
  'killSessions',
  'killAllSessions',
  'killAllSessionsByPattern',
])

/** The BSON document `{ok: 1}`. */
const OK = Buffer.from('11000000016f6b00000000000000f03f00', 'hex')

/**
 * Serves one connection until its peer leaves or breaks the protocol. Never rejects: whatever a
 * peer sends costs it its own connection and nothing else.
 *
 * One message is answered before the next is read, so a peer cannot pile up work here; drivers do
 * not pipeline on one connection anyway. What fails is told to `onFailure`.
 */
export async function serveWire(
  engine: RoundTripEngine,
  socket: Socket,
  onFailure: (reason: string) => void = () => undefined,
): Promise<void> {
  // Without it small replies can wait 40 ms for the acknowledgement of the one before.
  socket.setNoDelay(true)
  socket.on('error', () => undefined)
  let replyId = 0
  try {
    for await (const message of wireMessages(socket)) {
      const frame = await answer(engine, message, ++replyId)
      if (frame !== undefined && !socket.write(frame)) await drained(socket)
    }
  } catch (error) {
    if (!isDeparture(error)) onFailure(error instanceof Error ? error.message : 'unknown failure')
  }
  socket.destroy()
}

async function answer(
  engine: RoundTripEngine,
  message: Buffer,
  replyId: number,
): Promise<Buffer | undefined> {
  const command = readCommand(message)
  if (SESSION_COMMANDS.has(command.name)) {
    const reply = { requestId: command.requestId, legacy: false, response: OK }
    return command.expectsReply ? frameReply(reply, replyId) : undefined
  }
  const reply = await engine.roundTrip(message)
  return reply.moreToCome ? undefined : frameReply(reply, replyId)
}

/** Waits until the peer has taken what was written, or is gone. */
async function drained(socket: Socket): Promise<void> {
  await Promise.race([once(socket, 'drain'), once(socket, 'close')])
}

/** A peer may leave at any moment and in any way; that is no failure of anybody. */
function isDeparture(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^(E[A-Z]+|ERR_STREAM_\w+|ABORT_ERR)$/.test(code)
}
