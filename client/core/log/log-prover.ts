import { fromBase64, toUtf8 } from '#crypto/bytes/bytes.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { CryptoError } from '#crypto/errors.js'
import { recentlyUsed } from '#crypto/keys/recently-used.js'
import { hashLeaf } from '#crypto/transparency/hash.js'
import { verifyInclusion } from '#crypto/transparency/inclusion.js'
import { ClientError } from '../client-error.js'
import { type LogObserver, observeLog } from './observe-log.js'
import { RelayProblem } from '../relay-problem.js'

/**
 * Demands that a statement is a leaf of the log.
 *
 * @returns its place in the log; undefined where the trust list names no log.
 * @throws as {@link logProver} says
 */
export type LogProver = (statement: string) => Promise<number | undefined>

const POLL_MS = 250
const CAPACITY = 4096

/**
 * Proves statements to be leaves of the log, each under a checkpoint that continues the one remembered
 * here (RFC 9162 §2.1.3), and once: a log that only grows loses none. A trust list that names no log
 * has nothing to prove it by, and everything passes.
 *
 * @param patienceMs - how long a statement that was published a moment ago is waited for.
 * @returns a prover that throws {@link ClientError} `directory-pending` when the relay shows no proof in
 *   that time, `directory-unlogged` when its proof is false, `log-breach` and `log-untrusted` as `observeLog`.
 */
export function logProver(observer: LogObserver, patienceMs: number): LogProver {
  const proved = recentlyUsed<number>(CAPACITY)

  async function proveNow(digest: string, statement: string): Promise<number | undefined> {
    const leaf = { index: 0, path: [] as string[] }
    const log = await observeLog(observer, async () => {
      const { checkpoint, ...found } = await observer.relay.call('readInclusion', {
        params: { digest },
      })
      Object.assign(leaf, found)
      return checkpoint
    })
    if (log === undefined) return undefined
    try {
      const path = leaf.path.map(fromBase64)
      const proof = { leafIndex: leaf.index, treeSize: log.size, path }
      await verifyInclusion(await hashLeaf(toUtf8(statement)), proof, log.root)
      return leaf.index
    } catch (error) {
      if (!(error instanceof CryptoError)) throw error
      throw new ClientError(
        'directory-unlogged',
        `the relay shows a directory statement (${digest}) that is not in the log where it says`,
        'Do not rely on it. Keep it, and ask the relay’s operator and the authority by another channel.',
        { cause: error },
      )
    }
  }

  return async (statement) => {
    const digest = await digestOf(statement)
    const before = proved.get(digest)
    if (before !== undefined) return before
    const until = performance.now() + patienceMs
    for (;;) {
      try {
        const index = await proveNow(digest, statement)
        if (index !== undefined) proved.set(digest, index)
        return index
      } catch (error) {
        if (!(error instanceof RelayProblem && error.code === 'leaf-unknown')) throw error
        if (performance.now() > until) throw pending(digest, error)
      }
      await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    }
  }
}

const pending = (digest: string, cause: unknown) =>
  new ClientError(
    'directory-pending',
    `a directory statement (${digest}) is not under a checkpoint of the log yet`,
    'A new one is within seconds: try again. If it stays so, rely on nothing of it and tell the relay’s operator.',
    { cause },
  )
