import { WireError } from './wire-messages.js'

const OP_REPLY = 1
const OP_QUERY = 2004
const OP_MSG = 2013
const HEADER = 16
const CHECKSUM_PRESENT = 1
const MORE_TO_COME = 2

/** What the front must know of a message before it may go to the engine. */
export interface WireCommand {
  readonly requestId: number
  /** The first element of a command document names the command. */
  readonly name: string
  readonly expectsReply: boolean
}

/**
 * Reads a message's command, having checked every length in it: the engine is native code in this
 * process and is only ever given what is well-formed on this level.
 *
 * Allowed are OP_MSG, and OP_QUERY for the handshake that drivers still begin with.
 *
 * @throws {@link WireError} for anything else.
 */
export function readCommand(message: Buffer): WireCommand {
  const requestId = message.readInt32LE(4)
  const opcode = message.readInt32LE(12)
  if (opcode === OP_QUERY) return { requestId, name: readHandshake(message), expectsReply: true }
  if (opcode !== OP_MSG || message.length < HEADER + 5) throw new WireError('not an OP_MSG')
  const flags = message.readUInt32LE(HEADER)
  if ((flags & CHECKSUM_PRESENT) !== 0) throw new WireError('checksums are not offered')
  return {
    requestId,
    name: readSections(message, HEADER + 4),
    expectsReply: (flags & MORE_TO_COME) === 0,
  }
}

/** Sections: kind 0 is one document, exactly once; kind 1 is a named sequence of documents. */
function readSections(message: Buffer, start: number): string {
  let name: string | undefined
  for (let at = start; at < message.length;) {
    const kind = message[at++]
    if (kind === 0 && name === undefined) {
      const end = documentEnd(message, at)
      name = firstName(message, at, end)
      at = end
    } else if (kind === 1) {
      at = sequenceEnd(message, at)
    } else {
      throw new WireError('an unknown or repeated section')
    }
  }
  if (name === undefined) throw new WireError('no command')
  return name
}

function sequenceEnd(message: Buffer, start: number): number {
  const size = start + 4 <= message.length ? message.readInt32LE(start) : -1
  const end = start + size
  if (size < 5 || end > message.length) throw new WireError('a sequence of impossible length')
  const label = message.indexOf(0, start + 4)
  if (label === -1 || label >= end) throw new WireError('a sequence without a name')
  let at = label + 1
  while (at < end) at = documentEnd(message, at, end)
  return end
}

/** BSON: a document begins with its length, counting itself, and ends with a zero octet. */
function documentEnd(message: Buffer, start: number, limit = message.length): number {
  const size = start + 4 <= limit ? message.readInt32LE(start) : -1
  const end = start + size
  if (size < 5 || end > limit || message[end - 1] !== 0) throw new WireError('a malformed document')
  return end
}

function firstName(message: Buffer, start: number, end: number): string {
  const from = start + 5
  const zero = message.indexOf(0, from)
  if (from >= end || zero === -1 || zero >= end) throw new WireError('an empty command')
  return message.toString('latin1', from, zero)
}

/** OP_QUERY: flags, collection as a zero-terminated string, two int32, one document. */
function readHandshake(message: Buffer): string {
  const zero = message.indexOf(0, HEADER + 4)
  const at = zero + 9
  if (zero === -1 || documentEnd(message, at) !== message.length) {
    throw new WireError('a malformed handshake')
  }
  const name = firstName(message, at, message.length)
  if (!/^(hello|is[mM]aster)$/.test(name)) throw new WireError('OP_QUERY is for the handshake only')
  return name
}

/** Frames a reply document: OP_MSG with one body section, or OP_REPLY to an OP_QUERY. */
export function frameReply(
  reply: { readonly requestId: number; readonly legacy: boolean; readonly response: Buffer },
  replyId: number,
): Buffer {
  const before = reply.legacy ? HEADER + 20 : HEADER + 5
  const frame = Buffer.alloc(before + reply.response.length)
  frame.writeInt32LE(frame.length, 0)
  frame.writeInt32LE(replyId, 4)
  frame.writeInt32LE(reply.requestId, 8)
  frame.writeInt32LE(reply.legacy ? OP_REPLY : OP_MSG, 12)
  if (reply.legacy) frame.writeInt32LE(1, HEADER + 16) // numberReturned
  reply.response.copy(frame, before)
  return frame
}
