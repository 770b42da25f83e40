import { Worker } from 'node:worker_threads'
import { ClientError } from '../core/client-error.js'
import type { Digester } from '../core/ports.js'

/** Octets handed to the digest thread at a time, and how many such pieces are under way at most. */
const SLOT_BYTES = 1024 * 1024
const SLOTS = 4

/** The thread's whole program. As text: a thread has neither our loader nor our import map. */
const DIGEST_THREAD = `
const { createHash } = require('node:crypto')
const { parentPort, workerData } = require('node:worker_threads')
const hash = createHash('sha256')
parentPort.on('message', ({ kind, slot, length }) => {
  if (kind === 'digest') return parentPort.postMessage({ kind, hex: hash.digest('hex') })
  hash.update(new Uint8Array(workerData, slot * ${SLOT_BYTES}, length))
  parentPort.postMessage({ kind: 'free', slot })
})`

type DigestRequest =
  | { readonly kind: 'update'; readonly slot: number; readonly length: number }
  | { readonly kind: 'digest' }
type DigestReply =
  | { readonly kind: 'free'; readonly slot: number }
  | { readonly kind: 'digest'; readonly hex: string }

/**
 * SHA-256 on a thread of its own: digests are the real cost of sealing, and the event loop has the
 * ciphers to feed. Octets are gathered into a ring of shared slots, so the caller keeps its buffers and
 * chunks of any size cost one message a mebibyte.
 *
 * @throws {@link ClientError} `digest-thread`, from `update` and `digest`, when the thread has died.
 */
export function threadedDigester(program = DIGEST_THREAD): Digester {
  const shared = new SharedArrayBuffer(SLOT_BYTES * SLOTS)
  const thread = new Worker(program, { eval: true, workerData: shared })
  // Referenced only while somebody waits for it: a forgotten digester holds no process.
  thread.unref()

  const free = Array.from({ length: SLOTS }, (_, slot) => slot)
  let filling: { readonly slot: number; length: number } | undefined
  let failure: Error | undefined
  let result: string | undefined
  let wake: () => void = () => undefined
  thread.on('message', (reply: DigestReply) => {
    if (reply.kind === 'digest') result = reply.hex
    else free.push(reply.slot)
    wake()
  })
  const died = (cause?: unknown): void => {
    failure ??= new ClientError(
      'digest-thread',
      'the thread that computes digests has ended',
      'Try again; nothing was sent or kept.',
      { cause },
    )
    wake()
  }
  thread.on('error', died)
  thread.on('exit', () => died())

  /** One producer at a time waits for one of the thread's answers. */
  async function until<T>(look: () => T | undefined): Promise<T> {
    thread.ref()
    try {
      for (;;) {
        const found = look()
        if (found !== undefined) return found
        if (failure !== undefined) throw failure
        await new Promise<void>((resolve) => (wake = resolve))
      }
    } finally {
      thread.unref()
    }
  }
  const send = (request: DigestRequest): void => thread.postMessage(request)

  function sendFilled(): void {
    if (filling !== undefined) send({ kind: 'update', ...filling })
    filling = undefined
  }

  return {
    async update(chunk) {
      for (let taken = 0; taken < chunk.length;) {
        filling ??= { slot: free.pop() ?? (await until(() => free.pop())), length: 0 }
        const piece = chunk.subarray(taken, taken + SLOT_BYTES - filling.length)
        new Uint8Array(shared, filling.slot * SLOT_BYTES + filling.length).set(piece)
        filling.length += piece.length
        taken += piece.length
        if (filling.length === SLOT_BYTES) sendFilled()
      }
    },
    async digest() {
      sendFilled()
      send({ kind: 'digest' })
      return until(() => result)
    },
    close: () => void thread.terminate(),
  }
}
