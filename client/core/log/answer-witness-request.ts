import { equalBytes } from '#crypto/bytes/bytes.js'
import type { TrustList } from '#crypto/directory/trust-list.js'
import { CryptoError } from '#crypto/errors.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { type Checkpoint, openCheckpoint } from '#crypto/transparency/checkpoint.js'
import { compareCheckpoints } from '#crypto/transparency/compare-checkpoints.js'
import { showsRewriting } from '#crypto/transparency/consistency.js'
import { cosignCheckpoint } from '#crypto/transparency/cosignature.js'
import type { NoteKey } from '#crypto/transparency/note-key.js'
import { parseWitnessRequest, type WitnessRequest } from '#crypto/transparency/witness-request.js'
import { ClientError } from '../client-error.js'
import type { LogMemory } from './log-memory.js'
import { breached, openTrusted } from './observe-log.js'

export type WitnessAnswer = {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422
  /** Cosignature lines with 200; the remembered size with 409. */
  readonly body: string
  /** Of what the witness remembers from now on, or of what it was shown. */
  readonly size?: number
  /** Set when the request itself shows that the log has forked. */
  readonly alarm?: ClientError
}

type Witness = {
  readonly trust: TrustList
  readonly memory: LogMemory
  readonly key: NoteKey<SigningKey>
  readonly now: () => Date
}

/**
 * Answers a log that asks for a cosignature (C2SP tlog-witness, add-checkpoint), each check in the order of
 * the specification. What is remembered changes by compare-and-swap before anything is signed.
 *
 * A proof that fails (422) is no alarm by itself: anybody can send a genuine checkpoint with a wrong proof.
 * Two roots for one size are, whoever brings them: the log signed both. So is a path that leads to the
 * larger root from another tree than the one remembered: it can only be made from a rewritten log.
 */
export async function answerWitnessRequest(witness: Witness, body: string): Promise<WitnessAnswer> {
  const { trust, memory, key, now } = witness
  const request = await orUndefined(() => parseWitnessRequest(body))
  if (request === undefined) return { status: 400, body: 'not a request\n' }
  const opened = await opening(request.note, trust)
  if (typeof opened === 'number') return { status: opened, body: '' }
  const { checkpoint: shown, logKey } = opened
  if (request.oldSize > shown.size) return { status: 400, body: 'the old size is the larger one\n' }

  const note = (await memory.all()).get(shown.origin)
  const known = note === undefined ? undefined : await openCheckpoint(note, logKey)
  const size = known?.size ?? 0
  if (note !== undefined && known?.size === shown.size && !equalBytes(known.root, shown.root)) {
    const both = { remembered: note, shown: request.note }
    return { ...conflict(size), alarm: await breached(witness, 'forked', both) }
  }
  if (request.oldSize !== size) return conflict(size)
  if (!(await continues(known, shown, request.path))) {
    const answer = { status: 422, body: '', size: shown.size } as const
    const isRewritten =
      known !== undefined && (await showsRewriting(between(known, shown, request.path)))
    if (note === undefined || !isRewritten) return answer
    const both = { remembered: note, shown: request.note }
    return { ...answer, alarm: await breached(witness, 'rewritten', both) }
  }
  if (!(await memory.advance(shown.origin, note, request.note))) {
    // Somebody else's request was faster: the log asks again from there.
    const { checkpoint } = await openTrusted((await memory.all()).get(shown.origin) ?? '', trust)
    return conflict(checkpoint.size)
  }
  const seconds = Math.floor(now().getTime() / 1000)
  return { status: 200, body: await cosignCheckpoint(request.note, key, seconds), size: shown.size }
}

const conflict = (size: number): WitnessAnswer => ({ status: 409, body: `${size}\n`, size })

async function opening(note: string, trust: TrustList) {
  try {
    const { checkpoint, key } = await openTrusted(note, trust)
    return { checkpoint, logKey: key }
  } catch (error) {
    if (error instanceof ClientError) return 404
    if (!(error instanceof CryptoError)) throw error
    return error.code === 'transparency/signature' ? 403 : 400
  }
}

const between = (from: Checkpoint, to: Checkpoint, path: WitnessRequest['path']) => ({
  fromSize: from.size,
  fromRoot: from.root,
  toSize: to.size,
  toRoot: to.root,
  path,
})

/** From nothing there is nothing to prove, and the proof says nothing. */
async function continues(
  known: Checkpoint | undefined,
  shown: Checkpoint,
  path: WitnessRequest['path'],
): Promise<boolean> {
  if (known === undefined) return path.length === 0
  if (known.size === shown.size) return path.length === 0
  return (await compareCheckpoints(known, shown, () => Promise.resolve(path))) === 'grown'
}

async function orUndefined<T>(read: () => T): Promise<T | undefined> {
  try {
    return await Promise.resolve(read())
  } catch (error) {
    if (error instanceof CryptoError) return undefined
    throw error
  }
}
