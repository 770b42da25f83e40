import type { DirectoryEntry } from '../directory/entry.js'
import type { TrustList } from '../directory/trust-list.js'
import { attempt } from './attempt.js'
import type { History } from './history.js'
import type { Identifier } from './identify.js'
import type { LogSigners } from './log-keys.js'
import type { Pieces } from './pieces.js'

/** Versions of a relay's entry that are looked at: more than a log's key has had. */
const MAX_VERSIONS = 16

type Judged = {
  readonly pieces: Pieces
  readonly history: History
  readonly identify: Identifier
  /** Digests of the statements under the checkpoint. */
  readonly leaves: ReadonlySet<string>
  readonly at: Date | undefined
}

/** Who may have signed the checkpoints of a bundle. */
export async function logSigners(
  trust: TrustList,
  { pieces, history, identify, leaves, at }: Judged,
): Promise<LogSigners> {
  const relay = history.relay?.ok ? history.relay.value.entry : undefined
  const versions: DirectoryEntry[] = relay ? [relay.payload] : []
  const others = pieces.entries.filter(
    ({ claims }) => claims.kind === 'relay' && claims.authority === relay?.payload.authority,
  )
  for (const piece of others.slice(0, MAX_VERSIONS)) {
    const identified = await attempt(() => identify(piece))
    if (identified.ok) versions.push(identified.value.entry.payload)
  }
  return { trust, relay, versions, from: newestOf(history, leaves), until: at }
}

/** The latest time that the relay states in evidence that holds, of these statements. */
export function newestOf({ judged }: History, statements: ReadonlySet<string>): Date | undefined {
  const times = judged.flatMap(({ piece, outcome }) =>
    outcome?.ok && statements.has(piece.digest) ? [piece.claims.time] : [],
  )
  const newest = times.toSorted().at(-1)
  return newest ? new Date(newest) : undefined
}
