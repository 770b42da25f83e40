import { toBase64, toUtf8 } from '#crypto/bytes/bytes.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { signCheckpoint } from '#crypto/transparency/checkpoint.js'
import { formatVerifierKey, type NoteKey } from '#crypto/transparency/note-key.js'
import type { LogObserver } from '#client/core/log/observe-log.js'
import { RelayProblem } from '#client/core/relay-problem.js'
import { treeOf } from './reference-tree.js'
import { worldTrust } from './world/sample-bundle.js'

type Mood = 'honest' | 'refuses-proof' | 'empty' | 'down'

/** The log of a relay as a client sees it: of any size, with any history, in any mood. */
export function logRelay(key: NoteKey<SigningKey>) {
  const shown = { size: 1, rewritten: -1, mood: 'honest' as Mood }
  const handedIn: { size: number; cosignatures: string }[] = []
  const tree = () =>
    treeOf(
      Array.from({ length: 64 }, (_, i) => toUtf8(i === shown.rewritten ? 'another' : `leaf ${i}`)),
    )
  const checkpoint = async (size = shown.size) => {
    const root = await tree().root(size)
    return signCheckpoint({ origin: key.name, size, root, extensions: [] }, key)
  }
  const problem = (code: string, status: number) =>
    new RelayProblem({ type: '-', title: code, status, code })

  async function* download(): AsyncGenerator<Uint8Array> {
    if (shown.mood === 'down') throw problem('unavailable', 503)
    if (shown.mood === 'empty') throw problem('leaf-unknown', 404)
    yield toUtf8(await checkpoint())
  }
  async function call(name: string, { query, body }: { query?: unknown; body?: unknown }) {
    if (name === 'addCosignatures') {
      handedIn.push(body as (typeof handedIn)[number])
      return { kept: 1 }
    }
    if (shown.mood === 'refuses-proof') throw problem('leaf-unknown', 404)
    const { from, to } = query as { from: number; to: number }
    return { path: (await path(from, to)).map(toBase64) }
  }
  const path = (from: number, to: number) =>
    from === 0 || from === to ? Promise.resolve([]) : tree().consistency(from, to)

  return {
    origin: key.name,
    shown,
    handedIn,
    checkpoint,
    path,
    trust: async () => ({ ...(await worldTrust()), logs: [formatVerifierKey(key)] }),
    relay: { call, download } as unknown as LogObserver['relay'],
  }
}
