import { HASH_OCTETS } from '#crypto/transparency/hash.js'
import type {
  CosignatureStore,
  LogStore,
  StampQueue,
  StampTurn,
  StoredCheckpoint,
  StoredCosignature,
  StoredLeaf,
  StoredTile,
  StoredTimestamp,
  TimestampStore,
} from '#server/domain/log/ports.js'

/** What the log knows of a statement; `index` is set in place. */
export type LoggedStatement = { digest: string; statement: string; index: number | null }

/** The promises of `LogStore`, in memory. `statements` are read anew at each call, oldest first. */
export function memoryLogStore(statements: () => readonly LoggedStatement[]): LogStore {
  const leaves: StoredLeaf[] = []
  const tiles = new Map<string, StoredTile>()
  const checkpoints = new Map<number, StoredCheckpoint>()
  const newest = () => [...checkpoints.values()].sort((a, b) => b.size - a.size)[0]
  const sequenced = new Map<string, number>()
  return {
    unsequenced: (limit) =>
      Promise.resolve(
        statements()
          .filter(({ index }) => index === null)
          .slice(0, limit),
      ),
    statements: (digests) => {
      const wanted = new Set(digests)
      const found = statements().filter(({ digest }) => wanted.has(digest))
      return Promise.resolve(new Map(found.map(({ digest, statement }) => [digest, statement])))
    },
    leavesOf: (digests) =>
      Promise.resolve(
        digests.flatMap((digest) => {
          const leaf = leaves[sequenced.get(digest) ?? -1]
          return leaf === undefined ? [] : [leaf]
        }),
      ),
    leaves: (from, limit) => Promise.resolve(leaves.slice(from, from + limit)),
    append: (added) => {
      for (const leaf of added) {
        if (leaf.index !== leaves.length || sequenced.has(leaf.digest))
          return Promise.resolve(false)
        leaves.push(leaf)
        sequenced.set(leaf.digest, leaf.index)
      }
      return Promise.resolve(true)
    },
    markSequenced: (marked) => {
      const byDigest = new Map(marked.map(({ digest, index }) => [digest, index]))
      for (const statement of statements()) {
        statement.index = byDigest.get(statement.digest) ?? statement.index
      }
      return Promise.resolve()
    },
    keepTiles: (kept) => {
      for (const tile of kept) {
        const id = `${tile.level}/${tile.index}`
        if ((tiles.get(id)?.width ?? 0) < tile.width) tiles.set(id, tile)
      }
      return Promise.resolve()
    },
    tiles: (asked) =>
      Promise.resolve(
        asked.map(({ level, index, width }) => {
          const tile = tiles.get(`${level}/${index}`)
          if (tile === undefined || tile.width < width) return undefined
          return tile.octets.slice(0, width * HASH_OCTETS)
        }),
      ),
    newestCheckpoint: () => Promise.resolve(newest()),
    checkpoint: (size) => Promise.resolve(checkpoints.get(size)),
    publish: (checkpoint) => {
      const taken = [...checkpoints.values()].some(
        ({ previous }) => previous === checkpoint.previous,
      )
      if (!taken) checkpoints.set(checkpoint.size, checkpoint)
      return Promise.resolve(!taken)
    },
  }
}

/** The promises of `TimestampStore`, in memory. */
export function memoryTimestampStore(): TimestampStore {
  const kept: StoredTimestamp[] = []
  const at = ({ size, authority }: StoredTimestamp) => `${size}/${authority}`
  return {
    keep: (timestamp) => {
      if (!kept.some((one) => at(one) === at(timestamp))) kept.push(timestamp)
      return Promise.resolve()
    },
    forCheckpoint: (size) => Promise.resolve(kept.filter((one) => one.size === size)),
    newestStamped: () => Promise.resolve(kept.map(({ size }) => size).sort((a, b) => b - a)[0]),
    oldestStamped: (atLeast) => {
      const sizes = kept.map(({ size }) => size).filter((size) => size >= atLeast)
      return Promise.resolve(sizes.sort((a, b) => a - b)[0])
    },
    oldestBy: (authority, atLeast) => {
      const own = kept.filter((one) => one.authority === authority && one.size >= atLeast)
      const oldest = own.sort((a, b) => a.size - b.size)[0]
      return Promise.resolve(oldest && { size: oldest.size, at: oldest.at })
    },
  }
}

/** The promises of `StampQueue`, in memory. */
export function memoryStampQueue(): StampQueue {
  const turns = new Map<string, StampTurn>()
  const change = (authority: string, to: (turn: StampTurn) => Partial<StampTurn>) => {
    const turn = turns.get(authority)
    if (turn !== undefined) turns.set(authority, { ...turn, ...to(turn) })
    return Promise.resolve()
  }
  return {
    turns: () =>
      Promise.resolve([...turns.values()].sort((a, b) => (a.authority < b.authority ? -1 : 1))),
    want: (authority, size, at) => {
      const fresh = { authority, size, due: at, pendingSince: at, failures: 0, nextAt: at }
      const turn = turns.get(authority)
      if (turn === undefined) turns.set(authority, { ...fresh, lastSuccess: null, lastError: null })
      else if (size > turn.size)
        turns.set(authority, { ...turn, size, due: at, pendingSince: turn.pendingSince ?? at })
      return Promise.resolve()
    },
    succeeded: (authority, size, at) =>
      change(authority, (turn) => ({
        pendingSince: size >= turn.size ? null : turn.due,
        failures: 0,
        nextAt: at,
        lastSuccess: at,
      })),
    failed: (authority, code, at, nextAt) =>
      change(authority, ({ failures }) => ({
        failures: failures + 1,
        nextAt,
        lastError: { code, at },
      })),
    keepOnly: (authorities) => {
      for (const name of turns.keys()) if (!authorities.includes(name)) turns.delete(name)
      return Promise.resolve()
    },
  }
}

/** The promises of `CosignatureStore`, in memory. */
export function memoryCosignatureStore(): CosignatureStore {
  const kept: StoredCosignature[] = []
  const same = (a: StoredCosignature, b: StoredCosignature) =>
    a.size === b.size && a.witness === b.witness
  return {
    keep: (cosignature) => {
      if (!kept.some((one) => same(one, cosignature))) kept.push(cosignature)
      return Promise.resolve()
    },
    forCheckpoint: (size) =>
      Promise.resolve(
        kept.filter((one) => one.size === size).sort((a, b) => (a.witness < b.witness ? -1 : 1)),
      ),
    earliestFrom: (size) => {
      const later = kept.filter((one) => one.size >= size).sort((a, b) => a.size - b.size)
      const witnesses = new Set(later.map(({ witness }) => witness))
      return Promise.resolve(
        [...witnesses].flatMap((witness) => later.find((one) => one.witness === witness) ?? []),
      )
    },
  }
}
